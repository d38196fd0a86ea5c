// Where one writes. Enter adds and keeps the focus; what is typed is kept on the device with every letter.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { ask } from "../asking.ts";
import { addOwnCard } from "../own/cards.ts";
import { drafts, draftText, dropDraft, keepDraft } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { ownSeat } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { Field, TextArea } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { type Authorship, type CardKind, MAX_NAME, MAX_TEXT } from "../protocol.gen.ts";
import { kindName } from "../words/kinds.ts";
import { type Key, t } from "../words/words.ts";
import { entries, optionsOf, room, titleOf, workshop } from "../workshop.ts";
import { noteTyping, takeCaret } from "./caret.ts";
import { typing } from "./other-tab.tsx";
import { PromiseText } from "./promise.tsx";

interface ComposerProps {
  run: string;
  kinds: readonly CardKind[];
  authorship: Authorship;
  /** Names the draft on this device; one run may have several fields. */
  field: string;
  label?: string;
  hint?: string;
  add?: string;
  target?: string;
  /** Lets people say which idea it is about. */
  about?: boolean;
  /** Opened by its own button: it takes the focus. */
  focus?: boolean;
  onAdded?: () => void;
  /** A second button, which does what Escape does. */
  cancel?: string;
  onEscape?: () => void;
  /** The step that it opens over has said already that the group is small. */
  warned?: boolean;
}

/** The lines that would become cards of their own; one line or none is no offer. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim())
    .filter((line) => line !== "");
}

function saveName(name: string): void {
  const seat = ownSeat.peek();
  if (seat === null || seat.name === name) return;
  ownSeat.value = { ...seat, name };
  void ask("ChangeName", { name });
}

function Kinds(props: { kinds: readonly CardKind[]; kind: CardKind; onPick: (kind: CardKind) => void }) {
  return (
    <fieldset class="kinds">
      <legend class="visually-hidden">{t("write.kind")}</legend>
      {props.kinds.map((kind) => (
        <Choice
          type="radio"
          name="kind"
          key={kind}
          label={kindName(kind)}
          checked={kind === props.kind}
          disabled={!writing.value}
          onChange={() => props.onPick(kind)}
        />
      ))}
    </fieldset>
  );
}

function About({ value, onPick }: { value: string; onPick: (reference: string) => void }) {
  const options = optionsOf(entries.value);
  if (options.length === 0) return null;
  return (
    <label class="field">
      <span class="field-label">{t("write.about")}</span>
      <select
        class="input"
        value={value}
        disabled={!writing.value}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        <option value="">{t("write.about_topic")}</option>
        {options.map((reference) => (
          <option value={reference} key={reference}>
            {titleOf(entries.value, reference).slice(0, 80)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Composer(props: ComposerProps) {
  const { run, field, authorship } = props;
  const kept = drafts.value[`${run}/${field}`];
  const text = draftText(run, field);
  const [picked, setPicked] = useState<string>(kept?.kind ?? "");
  const kind = props.kinds.find((one) => one === picked) ?? props.kinds[0] ?? "note";
  const [about, setAbout] = useState(kept?.target ?? "");
  const target = props.about ? about : (props.target ?? "");
  const [signs, setSigns] = useState(authorship === "signed");
  const [name, setName] = useState(ownSeat.peek()?.name ?? "");
  const [problem, setProblem] = useState("");
  const [pasted, setPasted] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (props.focus) box.current?.focus();
  }, [props.focus]);
  useLayoutEffect(() => () => takeCaret(`${run}/${field}`, box.current), [run, field]);
  const lines = pasted ? linesOf(text) : [];
  const keep = (typed: string, as: string = kind, on: string = target) => keepDraft(run, field, typed, as, on);
  const pickKind = (next: CardKind) => {
    setPicked(next);
    keep(text, next);
  };
  const pickTarget = (next: string) => {
    setAbout(next);
    keep(text, kind, next);
  };
  const send = (texts: readonly string[]) => {
    const signed = signs ? name.trim() : "";
    if (signs && signed === "") return setProblem(t("write.name_needed"));
    if (texts.length === 0) return setProblem(t("write.empty"));
    if (signs) saveName(signed);
    for (const one of texts) {
      addOwnCard(workshop.peek()?.id ?? "", { run, kind, text: one, signed, target });
    }
    dropDraft(run, field);
    setProblem("");
    setPasted(false);
    announce(t("write.added", { count: texts.length }));
    if (props.onAdded) props.onAdded();
    else box.current?.focus();
  };
  const add = () => writing.peek() && send(text.trim() === "" ? [] : [text.trim()]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") props.onEscape?.();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <form
      class="composer stack stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {!signs && !props.warned && room.value?.small && <Notice kind="warn">{t("promise.small")}</Notice>}
      {props.kinds.length > 1 && <Kinds kinds={props.kinds} kind={kind} onPick={pickKind} />}
      <TextArea
        label={props.label ?? t(`write.label.${kind}` as Key)}
        {...typing(props.hint ?? t("write.hint"))}
        error={problem || undefined}
        name="text"
        rows={2}
        maxLength={MAX_TEXT}
        value={text}
        inputRef={box}
        onInput={(event) => {
          setProblem("");
          if (!props.focus) noteTyping(event.currentTarget);
          keep(event.currentTarget.value);
        }}
        onPaste={() => setPasted(true)}
        onKeyDown={onKeyDown}
      />
      {props.about && <About value={target} onPick={pickTarget} />}
      {lines.length > 1 && (
        <div class="row">
          <Button onClick={() => send(lines)}>{t("write.many", { count: lines.length })}</Button>
          <Button kind="quiet" onClick={() => setPasted(false)}>
            {t("write.one")}
          </Button>
        </div>
      )}
      {authorship === "choice" && (
        <Choice
          type="checkbox"
          name="sign"
          label={t("write.sign")}
          checked={signs}
          disabled={!writing.value}
          onChange={setSigns}
        />
      )}
      {signs && (
        <Field
          label={t("write.name")}
          name="name"
          autoComplete="name"
          maxLength={MAX_NAME}
          readOnly={!writing.value}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      )}
      <div class="row">
        <Button kind="main" submit disabled={!writing.value}>
          {props.add ?? t(`write.add.${kind}` as Key)}
        </Button>
        {props.cancel && (
          <Button kind="quiet" onClick={() => props.onEscape?.()}>
            {props.cancel}
          </Button>
        )}
      </div>
      {!signs && <PromiseText short={t("promise.short", { leading: room.value?.leading || t("promise.somebody") })} />}
    </form>
  );
}
