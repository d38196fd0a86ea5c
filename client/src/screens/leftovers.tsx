// Words whose step was over before they were sent. Nothing happens to them by itself (E02, E16).
import { useLayoutEffect, useRef } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { addOwnCard, forgetCard, ownCards } from "../own/cards.ts";
import { type Draft, drafts, dropDraft, homes, keepDraft, WORDS } from "../own/drafts.ts";
import { ownSeat } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
import { CopyField } from "../parts/copy.tsx";
import { TextArea } from "../parts/field.tsx";
import { type CardKind, MAX_TEXT } from "../protocol.gen.ts";
import { t } from "../words/words.ts";
import { entries, phase, run, runOf, takes, type ViewEntries, workshop } from "../workshop.ts";
import { giveCaret } from "./caret.ts";

/** Words without a home, wherever they come from. `drop` forgets them on this device. */
export interface Leftover {
  readonly id: string;
  readonly run: string;
  readonly kind: CardKind;
  readonly text: string;
  readonly target: string;
  readonly change: ((text: string) => void) | null;
  readonly drop: () => void;
}

function isOver(view: ViewEntries, id: string): boolean {
  return runOf(view, id)?.open !== true;
}

function fromDraft(draft: Draft): Leftover {
  return {
    id: `${draft.run}/${draft.field}`,
    run: draft.run,
    kind: draft.kind as CardKind,
    text: draft.text,
    target: draft.target,
    change: (text) => keepDraft(draft.run, draft.field, text, draft.kind, draft.target),
    drop: () => dropDraft(draft.run, draft.field),
  };
}

/** Everything on this device that was written for a step that is over and has reached nobody. */
export function leftovers(view: ViewEntries): Leftover[] {
  const cards = ownCards.value
    .filter((card) => card.state === "homeless")
    .map((card) => ({ ...card, change: null, drop: () => forgetCard(card.id) }));
  const typed = Object.values(drafts.value).filter(
    (draft) => draft.kind !== "" && draft.kind !== WORDS && isOver(view, draft.run),
  );
  return [...cards, ...typed.map(fromDraft)];
}

/** Words for something else than a new card whose field is not on this page: a decision, a name, a change to a card. */
export function lostWords(view: ViewEntries): Draft[] {
  const shown = new Set(homes.value);
  return Object.values(drafts.value).filter((draft) => {
    if (draft.kind !== WORDS) return false;
    return draft.field.startsWith("edit:") ? isOver(view, draft.run) : !shown.has(`${draft.run}/${draft.field}`);
  });
}

/** Where the words were typed: the same name as on the form. */
function labelOf(field: string): string {
  if (field.startsWith("edit:")) return t("left.edit");
  const [what = ""] = field.split(":");
  const known = { decision: "left.decision", action: "left.action", group: "left.group", plan: "left.plan" } as const;
  return t(what in known ? known[what as keyof typeof known] : "left.part");
}

/** Words that can be copied to where they belong now, or deleted. */
function LostWords({ draft }: { draft: Draft }) {
  return (
    <li class="sheet stack stack-s">
      <CopyField label={labelOf(draft.field)} value={draft.text} long onCopied={announce} />
      <div class="row">
        <Button kind="quiet" onClick={() => dropDraft(draft.run, draft.field)}>
          {t("left.drop")}
        </Button>
      </div>
    </li>
  );
}

function Item({ left }: { left: Leftover }) {
  const head = workshop.value;
  const during = phase.value;
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => giveCaret(left.id, box.current), [left.id]);
  if (head === null) return null;
  const name = ownSeat.value?.name ?? "";
  const signed = during?.authorship === "signed" ? name : "";
  const fits = takes(run.value, during, left.kind) && (during?.authorship !== "signed" || name !== "");
  const put = (into: string, kind: CardKind, as: string) => {
    if (left.text.trim() === "") return;
    addOwnCard(head.id, { run: into, kind, text: left.text.trim(), signed: as, target: left.target });
    left.drop();
    announce(t("write.added", { count: 1 }));
  };
  return (
    <li class="sheet stack stack-s">
      {left.change === null ? (
        <p class="card-text">{left.text}</p>
      ) : (
        <TextArea
          label={t("left.words")}
          maxLength={MAX_TEXT}
          value={left.text}
          inputRef={box}
          onInput={(event) => left.change?.(event.currentTarget.value || " ")}
        />
      )}
      <div class="row">
        {fits && <Button onClick={() => put(head.run, left.kind, signed)}>{t("left.add")}</Button>}
        {head.keeping && <Button onClick={() => put(head.worry_run, "caution", "")}>{t("left.worry")}</Button>}
        <Button kind="quiet" onClick={left.drop}>
          {t("left.drop")}
        </Button>
      </div>
      {!fits && <p class="small muted">{t("left.stays")}</p>}
    </li>
  );
}

/** The words without a home, and what fits now. Nothing where there are none. */
export function Leftovers() {
  const found = leftovers(entries.value);
  const words = lostWords(entries.value);
  const count = found.length + words.length;
  if (count === 0) return null;
  return (
    <section class="stack stack-s" aria-labelledby="leftovers">
      <h2 id="leftovers">{t("left.title", { count })}</h2>
      {found.length > 0 && <p>{t("left.say")}</p>}
      {words.length > 0 && <p>{t("left.words_say")}</p>}
      <ul class="plain-list stack stack-s">
        {found.map((left) => (
          <Item key={left.id} left={left} />
        ))}
        {words.map((draft) => (
          <LostWords key={`${draft.run}/${draft.field}`} draft={draft} />
        ))}
      </ul>
    </section>
  );
}
