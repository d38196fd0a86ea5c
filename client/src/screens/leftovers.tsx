// Words whose step was over before they were sent. Nothing happens to them by itself (E02, E16).
import { useLayoutEffect, useRef } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { addOwnCard, dropUnsaved, forgetCard, type OwnCard, ownCards } from "../own/cards.ts";
import { type Draft, drafts, dropDraft, homes, keepDraft, WORDS } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { ownSeat } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
import { CopyField } from "../parts/copy.tsx";
import { TextArea } from "../parts/field.tsx";
import { type CardKind, MAX_TEXT } from "../protocol.gen.ts";
import { t } from "../words/words.ts";
import { entries, phase, run, runOf, takes, type ViewEntries, workshop } from "../workshop.ts";
import { giveCaret } from "./caret.ts";
import { typing } from "./other-tab.tsx";

/** Words without a home, wherever they come from. `drop` forgets them on this device. */
export interface Leftover {
  readonly id: string;
  readonly run: string;
  readonly kind: CardKind;
  readonly text: string;
  readonly target: string;
  /** Why the server did not take it, where it said so. */
  readonly say: string;
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
    say: "",
    change: (text) => keepDraft(draft.run, draft.field, text, draft.kind, draft.target),
    drop: () => dropDraft(draft.run, draft.field),
  };
}

function fromCard(card: OwnCard): Leftover {
  const say = card.state === "refused" ? card.say : "";
  return { ...card, say, change: null, drop: () => forgetCard(card.id) };
}

/** Whether a card has no place on the page any more: it came too late, or was refused in a step that is over. */
export function isLeft(view: ViewEntries, card: OwnCard): boolean {
  return card.state === "homeless" || (card.state === "refused" && isOver(view, card.run));
}

/** Everything on this device that was written for a step that is over and has reached nobody. */
export function leftovers(view: ViewEntries): Leftover[] {
  const cards = ownCards.value.filter((card) => isLeft(view, card)).map(fromCard);
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

/** Changes to cards of steps that are over, which the server did not take. */
function lostChanges(view: ViewEntries): OwnCard[] {
  return ownCards.value.filter((card) => card.unsaved !== "" && isOver(view, card.run));
}

/** Where the words were typed: the same name as on the form. */
function labelOf(field: string): string {
  if (field.startsWith("edit:")) return t("left.edit");
  const [what = ""] = field.split(":");
  const known = { decision: "left.decision", action: "left.action", group: "left.group", plan: "left.plan" } as const;
  return t(what in known ? known[what as keyof typeof known] : "left.part");
}

/** Words that can be copied to where they belong now, or deleted. */
function LostWords({ label, text, drop }: { label: string; text: string; drop: () => void }) {
  return (
    <li class="sheet stack stack-s">
      <CopyField label={label} value={text} long onCopied={announce} />
      <div class="row">
        <Button kind="quiet" disabled={!writing.value} onClick={drop}>
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
          {...typing()}
          value={left.text}
          inputRef={box}
          onInput={(event) => left.change?.(event.currentTarget.value || " ")}
        />
      )}
      {left.say && <p class="small muted">{left.say}</p>}
      <div class="row">
        {fits && (
          <Button disabled={!writing.value} onClick={() => put(head.run, left.kind, signed)}>
            {t("left.add")}
          </Button>
        )}
        {head.keeping && (
          <Button disabled={!writing.value} onClick={() => put(head.worry_run, "caution", "")}>
            {t("left.worry")}
          </Button>
        )}
        <Button kind="quiet" disabled={!writing.value} onClick={left.drop}>
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
  const changes = lostChanges(entries.value);
  const count = found.length + words.length + changes.length;
  const late = found.filter((left) => left.say === "").length;
  if (count === 0) return null;
  return (
    <section class="stack stack-s" aria-labelledby="leftovers">
      <h2 id="leftovers">{t(late + words.length > 0 ? "left.title" : "left.refused", { count })}</h2>
      {late > 0 && <p>{t("left.say")}</p>}
      {found.length > late && <p>{t("left.refused_say")}</p>}
      {words.length + changes.length > 0 && <p>{t("left.words_say")}</p>}
      <ul class="plain-list stack stack-s">
        {found.map((left) => (
          <Item key={left.id} left={left} />
        ))}
        {words.map((draft) => (
          <LostWords
            key={`${draft.run}/${draft.field}`}
            label={labelOf(draft.field)}
            text={draft.text}
            drop={() => dropDraft(draft.run, draft.field)}
          />
        ))}
        {changes.map((card) => (
          <LostWords key={card.id} label={t("left.edit")} text={card.unsaved} drop={() => dropUnsaved(card.id)} />
        ))}
      </ul>
    </section>
  );
}
