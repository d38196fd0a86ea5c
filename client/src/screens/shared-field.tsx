// A field that everybody may change. Somebody else's words stay; yours stay here as a draft, and you are told.
import { useLayoutEffect, useState } from "preact/hooks";
import type { Reply } from "../asking.ts";
import { draftText, dropDraft, homes, keepDraft } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { Button } from "../parts/button.tsx";
import { Field, TextArea } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { wellFormed } from "../well-formed.ts";
import { t } from "../words/words.ts";
import { typing } from "./other-tab.tsx";

interface SharedFieldProps {
  label: string;
  hint?: string;
  /** Where the draft is kept: the record's key and the field's name. */
  place: string;
  value: string;
  version: number;
  maxLength: number;
  lines?: boolean;
  date?: boolean;
  required?: boolean;
  save: (value: string, version: number) => Promise<Reply>;
}

/** The version that a draft began with, by place; a draft after a reload begins anew. */
const begun = new Map<string, number>();
/** What was sent last from here, by place: where everybody reads just that, nobody else changed it. */
const sent = new Map<string, string>();

/** These drafts, as `run/field`, are seen and typed on here as long as this is on the page. */
export function useHome(...keys: string[]): void {
  const all = keys.join("\n");
  useLayoutEffect(() => {
    const mine = all.split("\n");
    homes.value = [...homes.peek(), ...mine];
    return () => {
      const left = [...homes.peek()];
      for (const key of mine) left.splice(left.indexOf(key), 1);
      homes.value = left;
    };
  }, [all]);
}

export function SharedField(props: SharedFieldProps) {
  const { place, value, version, save } = props;
  const [problem, setProblem] = useState("");
  useHome(`shared/${place}`);
  const typed = draftText("shared", place);
  const words = wellFormed(typed.trim());
  const changed = typed !== "" && words !== value;
  const stale = changed && (begun.get(place) ?? version) !== version && value !== sent.get(place);
  const drop = () => {
    dropDraft("shared", place);
    begun.delete(place);
    setProblem("");
  };
  const send = async () => {
    if (!writing.peek()) return;
    if (!changed || (props.required && words === "")) return drop();
    sent.set(place, words);
    const answer = await save(words, version);
    if (answer.status !== "ok") return setProblem(answer.say);
    const now = wellFormed(draftText("shared", place));
    if (now === "" || now.trim() === words) return drop();
    // Typed on while it was being saved: that stays, and begins with what was saved.
    begun.delete(place);
    setProblem("");
  };
  const onInput = (text: string) => {
    if (!begun.has(place)) begun.set(place, version);
    // A draft may not be empty; one space stands for "cleared".
    keepDraft("shared", place, text === "" ? " " : text);
  };
  const shared = {
    label: props.label,
    ...typing(props.hint),
    maxLength: props.maxLength,
    value: typed === "" ? value : typed.trimStart(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void send();
    },
  };
  return (
    <div class="stack stack-s">
      {props.lines ? (
        <TextArea {...shared} rows={2} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <Field
          {...shared}
          type={props.date ? "date" : "text"}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      {(stale || problem) && (
        <Notice kind="warn" title={problem || t("shared.changed")}>
          <p>{t("shared.theirs", { text: value || t("shared.nothing") })}</p>
        </Notice>
      )}
      {changed && (
        <div class="row">
          <Button disabled={!writing.value} onClick={() => void send()}>
            {t(stale || problem ? "shared.mine" : "own.save")}
          </Button>
          <Button kind="quiet" disabled={!writing.value} onClick={drop}>
            {t(stale || problem ? "shared.let_go" : "own.cancel")}
          </Button>
        </div>
      )}
    </div>
  );
}
