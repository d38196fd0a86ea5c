// What those who lead are asked: to look at a card, for a talk, and how a vote goes on that lost an option.
import { effect, signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { announce } from "../../announcer.tsx";
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { TwoStep } from "../../parts/two-step.tsx";
import type { CardEntry } from "../../protocol.gen.ts";
import { ballot, cardOf, clockEntry, entries, entriesOf, room, run } from "../../workshop.ts";
import { Problem, useActing } from "../desk/acting.tsx";
import { seatNames } from "../desk/seats.ts";
import { CardDialog } from "./card-dialog.tsx";
import { t } from "./words.ts";

/** The wishes to talk that this person has seen, on this page. */
const seenTalks = signal<ReadonlySet<string>>(new Set());

/** The cards that somebody asks to look at. */
export function flagged(): CardEntry[] {
  const view = entries.value;
  return entriesOf(view, "flag").flatMap((flag) => cardOf(view, flag.id) ?? []);
}

/** The seats that ask for a talk, without those seen already; a wish that was taken back can be made again. */
export function talks(): readonly string[] {
  return (room.value?.talks ?? []).filter((seat) => !seenTalks.value.has(seat));
}

/** Announces what is newly asked. Gives back how to stop. */
export function followAsked(): () => void {
  let looks = 0;
  let wishes: readonly string[] = [];
  return effect(() => {
    const now = flagged().length;
    if (now > looks) announce(t("desk.look", { count: now }));
    looks = now;
    const all = room.value?.talks ?? [];
    const names = seatNames(room.value?.seats ?? []);
    for (const seat of all) if (!wishes.includes(seat)) announce(t("desk.talk", { name: names.get(seat) ?? "" }));
    wishes = all;
    const kept = [...seenTalks.peek()].filter((seat) => all.includes(seat));
    if (kept.length < seenTalks.peek().size) seenTalks.value = new Set(kept);
  });
}

function Looks() {
  const [open, setOpen] = useState("");
  const list = flagged();
  const card = cardOf(entries.value, open);
  return (
    <>
      {list.length > 0 && <h2 class="now-title">{t("desk.look", { count: list.length })}</h2>}
      {list.map((one) => (
        <Button key={one.id} wide onClick={() => setOpen(one.id)}>
          {t("desk.look_at", { text: one.text.slice(0, 60) })}
        </Button>
      ))}
      {card && <CardDialog card={card} open onClose={() => setOpen("")} />}
    </>
  );
}

function Talks() {
  const names = seatNames(room.value?.seats ?? []);
  return (
    <>
      {talks().map((seat) => (
        <div key={seat} class="row row-apart">
          <strong>{t("desk.talk", { name: names.get(seat) ?? "" })}</strong>
          <Button onClick={() => (seenTalks.value = new Set([...seenTalks.peek(), seat]))}>{t("desk.seen")}</Button>
        </div>
      ))}
    </>
  );
}

/** E31: a vote that lost an option waits for those who lead. */
function Taken() {
  const { act, busy, problem } = useActing();
  const at = { run: run.value?.id ?? "", version: clockEntry.value?.version ?? 0 };
  return (
    <>
      <h2 class="now-title">{t("taken.title")}</h2>
      <p>{t("taken.yours")}</p>
      <div class="row">
        <Button kind="main" disabled={busy} onClick={() => void act(ask("ResumePhase", at))}>
          {t("taken.go_on")}
        </Button>
        <TwoStep
          label={t("taken.off")}
          confirm={t("taken.off_yes")}
          cancel={t("taken.cancel")}
          onConfirm={() => void act(ask("CallOffBallot", at))}
        >
          <p>{t("taken.off_say")}</p>
        </TwoStep>
      </div>
      <Problem say={problem} />
    </>
  );
}

/** All of it, where there is any. */
export function Asked() {
  useEffect(() => followAsked(), []);
  const stopped = ballot.value?.state === "open" && ballot.value.taken.length > 0 && clockEntry.value?.paused;
  if (!stopped && flagged().length === 0 && talks().length === 0) return null;
  return (
    <section class="panel stack now" aria-label={t("desk.title")}>
      {stopped && <Taken />}
      <Looks />
      <Talks />
    </section>
  );
}
