// The cards written on this device, newest first: what is saved, and what can still be changed or taken back.
import { useRef, useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { boundBy } from "../board.ts";
import { addOwnCard, forgetCard, type OwnCard, rewriteOwnCard, takeBack } from "../own/cards.ts";
import { draftText, dropDraft, keepDraft } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { Button } from "../parts/button.tsx";
import { CardView } from "../parts/card.tsx";
import { TextArea } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { MAX_TEXT } from "../protocol.gen.ts";
import { HAT_OF, kindName } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { cardOf, entries, titleOf, workshop } from "../workshop.ts";
import { typing } from "./other-tab.tsx";
import { tagsOf } from "./outline.tsx";

function ownTags(card: OwnCard, kinds: boolean, about: boolean): string[] {
  return [
    ...(kinds ? [kindName(card.kind)] : []),
    ...tagsOf({ ...card, late: false }, about),
    ...(cardOf(entries.value, card.id)?.hidden ? [titleOf(entries.value, `card:${card.id}`)] : []),
    ...(card.state === "refused"
      ? []
      : [t(card.state !== "saved" ? "own.unsent" : follows(card) ? "own.soon" : "own.saved")]),
  ];
}

/** Whether the board still shows the words from before a change: it follows with the next tick. */
function follows(card: OwnCard): boolean {
  const shown = cardOf(entries.value, card.id);
  return shown !== null && !shown.hidden && shown.text === card.board && shown.text !== card.text;
}

/** The words of a card as everybody reads them, or will in a moment: whoever leads may have changed them (E23),
 * or hidden them. */
function wordsOf(card: OwnCard): string {
  const shown = card.state === "saved" && !follows(card) ? cardOf(entries.value, card.id) : null;
  return shown?.hidden ? card.text : shown?.text || card.text;
}

/** Where the words of one's own card are changed. */
export function Editor({ card, onDone }: { card: OwnCard; onDone: () => void }) {
  const field = `edit:${card.id}`;
  const words = wordsOf(card);
  const text = draftText(card.run, field) || card.unsaved || words;
  const save = () => {
    if (!writing.peek()) return;
    if (text.trim() !== "" && card.state === "refused") {
      forgetCard(card.id);
      addOwnCard(workshop.peek()?.id ?? "", { ...card, text: text.trim() });
    } else if (text.trim() !== "") rewriteOwnCard({ ...card, text: words }, text.trim());
    dropDraft(card.run, field);
    onDone();
  };
  return (
    <div class="stack stack-s">
      <TextArea
        label={t("own.change")}
        maxLength={MAX_TEXT}
        {...typing()}
        value={text}
        inputRef={(box) => box?.focus()}
        onInput={(event) => keepDraft(card.run, field, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <div class="row">
        <Button kind="main" disabled={!writing.value} onClick={save}>
          {t("own.save")}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            if (writing.peek()) dropDraft(card.run, field);
            onDone();
          }}
        >
          {t("own.cancel")}
        </Button>
      </div>
    </div>
  );
}

function OwnItem({ card, kinds, about }: { card: OwnCard; kinds: boolean; about: boolean }) {
  const [editing, setEditing] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  if (editing) {
    const done = () => {
      setEditing(false);
      requestAnimationFrame(() => change.current?.focus());
    };
    return <Editor card={card} onDone={done} />;
  }
  const back = () => {
    announce(t("own.gone"));
    if (card.state === "refused") forgetCard(card.id);
    else takeBack(card);
  };
  const words = wordsOf(card);
  const short = words.slice(0, 40);
  const bound = card.state === "refused" ? "" : boundBy(entries.value, card.id);
  return (
    <CardView text={words} hat={HAT_OF[card.kind]} tags={ownTags(card, kinds, about)}>
      {bound === "" && (
        <Button
          kind="quiet"
          buttonRef={change}
          disabled={!writing.value}
          aria-label={t("own.edit_this", { text: short })}
          onClick={() => setEditing(true)}
        >
          {t("own.edit")}
        </Button>
      )}
      {bound !== "voted" && (
        <Button kind="quiet" disabled={!writing.value} aria-label={t("own.back_this", { text: short })} onClick={back}>
          {t("own.back")}
        </Button>
      )}
      {bound !== "" && <p class="small muted">{t(`own.${bound}`)}</p>}
      {card.say && (
        <Notice kind="warn" title={card.say}>
          {card.unsaved && <p>{t("own.unsaved", { text: card.unsaved })}</p>}
        </Notice>
      )}
    </CardView>
  );
}

interface OwnListProps {
  cards: readonly OwnCard[];
  label: string;
  /** Say of each what it is. */
  kinds?: boolean;
  /** Say what each is about. */
  about?: boolean;
}

/** One's own cards, newest first. */
export function OwnList({ cards, label, kinds = false, about = true }: OwnListProps) {
  const shown = cards.filter((card) => card.state !== "homeless");
  return (
    <ul class="plain-list stack stack-s" aria-label={label}>
      {[...shown].reverse().map((card) => (
        <li key={card.id}>
          <OwnItem card={card} kinds={kinds} about={about} />
        </li>
      ))}
    </ul>
  );
}
