// What can be done with one card, each by a press: move it, colour it, lock it, show that it is read out.
import { useState } from "preact/hooks";
import { announce } from "../../announcer.tsx";
import { ask, type Reply } from "../../asking.ts";
import { canArrange, canGroup, canLock } from "../../canvas/may.ts";
import { spotOf } from "../../canvas/order.ts";
import { act } from "../../own/undo.ts";
import { Button } from "../../parts/button.tsx";
import { Disclosure } from "../../parts/disclosure.tsx";
import { Notice } from "../../parts/notice.tsx";
import { type CardEntry, COLOUR, type Colour } from "../../protocol.gen.ts";
import { entries, workshop } from "../../workshop.ts";
import { problemOf } from "./moves.ts";
import { openCard } from "./opened.ts";
import { readOut, readOutNow } from "./reading.ts";
import { t } from "./words.ts";
import "../../style/list.css";

interface ForCard {
  card: CardEntry;
  /** Says what went wrong, or "". */
  say: (problem: string) => void;
}

function Colours({ card, say }: ForCard) {
  const now = spotOf(entries.value, card.id)?.colour ?? "";
  const paint = async (colour: Colour) => {
    const problem = problemOf(await act("colour", [["Paint", { what: `card:${card.id}`, colour }]]));
    say(problem);
    if (problem === "")
      announce(colour ? t("colour.is", { colour: t(`colour.${colour}`).toLowerCase() }) : t("colour.none"));
  };
  return (
    <Disclosure summary={t("colour.title")}>
      <div class="row">
        {COLOUR.map((colour) => (
          <Button key={colour} aria-pressed={colour === now} onClick={() => void paint(colour)}>
            <span class="swatch" data-colour={colour} aria-hidden="true" />
            {t(`colour.${colour}`)}
          </Button>
        ))}
      </div>
    </Disclosure>
  );
}

function LockButton({ card, say }: ForCard) {
  const spot = spotOf(entries.value, card.id);
  const locked = spot?.locked ?? false;
  const turn = async () => {
    const fields = { what: `card:${card.id}`, locked: !locked, version: spot?.lock_version ?? 0 };
    const problem = problemOf([await ask("Lock", fields)]);
    say(problem);
    if (problem === "") announce(t(locked ? "lock.is_not" : "lock.is"));
  };
  return <Button onClick={() => void turn()}>{t(locked ? "lock.unlock" : "lock.lock")}</Button>;
}

function ReadOutButton({ card, say }: ForCard) {
  const now = readOutNow.value?.id === card.id;
  const turn = async () => {
    const reply: Reply = await readOut(now ? "" : card.id);
    say(problemOf([reply]));
  };
  return <Button onClick={() => void turn()}>{t(now ? "out.stop" : "out.show")}</Button>;
}

/** The part of a card's dialog that changes how it lies; `onClose` makes room for the next dialog. */
export default function CardActs({ card, onClose }: { card: CardEntry; onClose: () => void }) {
  const [problem, say] = useState("");
  const leads = canLock.value;
  const locked = spotOf(entries.value, card.id)?.locked ?? false;
  const moves = canArrange.value || canGroup.value;
  if (card.hidden || workshop.value?.state !== "running") return null;
  return (
    <section class="stack stack-s" aria-label={t("acts.title")}>
      {locked && !leads && <p class="small muted">{t("acts.locked")}</p>}
      {!moves && <p class="small muted">{t("acts.not_now")}</p>}
      <div class="row">
        {moves && (
          <Button
            onClick={() => {
              onClose();
              openCard(card.id, "move");
            }}
          >
            {t("move.open")}
          </Button>
        )}
        {leads && <LockButton card={card} say={say} />}
        {leads && <ReadOutButton card={card} say={say} />}
      </div>
      {canArrange.value && !locked && <Colours card={card} say={say} />}
      {problem && <Notice kind="warn">{problem}</Notice>}
    </section>
  );
}
