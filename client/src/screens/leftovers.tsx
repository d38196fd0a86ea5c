// Words whose step was over before they were sent. Nothing happens to them by itself (E02, E16).
import { useLayoutEffect, useRef } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { addOwnCard, forgetCard, ownCards } from "../own/cards.ts";
import { type Draft, drafts, dropDraft, keepDraft } from "../own/drafts.ts";
import { ownSeat } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
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
  const typed = Object.values(drafts.value).filter((draft) => draft.kind !== "" && isOver(view, draft.run));
  return [...cards, ...typed.map(fromDraft)];
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
  if (found.length === 0) return null;
  return (
    <section class="stack stack-s" aria-labelledby="leftovers">
      <h2 id="leftovers">{t("left.title", { count: found.length })}</h2>
      <p>{t("left.say")}</p>
      <ul class="plain-list stack stack-s">
        {found.map((left) => (
          <Item key={left.id} left={left} />
        ))}
      </ul>
    </section>
  );
}
