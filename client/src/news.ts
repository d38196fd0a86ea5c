// What the announcer says by itself: steps, time, cards that are shown, results.
import { effect, signal } from "@preact/signals";
import { announce, announceLater } from "./announcer.tsx";
import { paused, remaining } from "./clock.ts";
import { settings } from "./own/settings.ts";
import type { BallotEntry, CardEntry, CardKind, PhaseEntry } from "./protocol.gen.ts";
import { kindCount } from "./words/kinds.ts";
import { timeInWords } from "./words/time.ts";
import { t } from "./words/words.ts";
import { ballots, cards, phase, run, workshop } from "./workshop.ts";

/** The workshop has ended while this page was open, and nobody has made anything of it yet. */
export const justEnded = signal(false);

/** The moments at which the time is spoken: the start, half, one minute, half a minute, the end. */
export function timeToSay(before: number | null, now: number | null, whole: number): number | null {
  if (before === null || now === null || now >= before) return null;
  const half = Math.floor(whole / 2);
  const marks = [...(half > 90 ? [half] : []), 60, 30, 0];
  // Where a minute was taken away several may have been passed: the last one counts.
  return marks.reverse().find((mark) => before > mark && now <= mark) ?? null;
}

/** "12 ideas and 3 facts are shown now." Empty for no cards. */
export function revealSentence(fresh: readonly CardEntry[]): string {
  const counts = new Map<CardKind, number>();
  for (const card of fresh) counts.set(card.kind, (counts.get(card.kind) ?? 0) + 1);
  const parts = [...counts].map(([kind, count]) => kindCount(kind, count));
  return parts.length === 0 ? "" : t("news.shown", { what: parts.join(", "), count: fresh.length });
}

function stepSentence(at: PhaseEntry): string {
  return t("news.step", { title: at.title, prompt: at.prompt });
}

/** A new step: what is asked, and how long there is. */
function stepBegins(at: PhaseEntry): void {
  // Of steps that are passed at once the last is told.
  announceLater("step", () => stepSentence(at), "phases");
  const left = remaining.peek() ?? 0;
  if (left > 60) sayTime(Math.round(left / 30) * 30);
}

function resultSentence(ballot: BallotEntry): string {
  return ballot.tied.length > 0 ? t("news.tied") : t("news.result");
}

/** "4 minutes left", or that time is up. */
export const timeSentence = (left: number) => (left <= 0 ? t("time.up") : t("time.left", { time: timeInWords(left) }));

/** Says the time that is left; and at the end the sound, where this person wants one. What is seen: the clock. */
function sayTime(left: number): void {
  announceLater("time", () => timeSentence(left), "phases");
  if (left === 0 && settings.peek().sound === "on") void import("./chime.ts").then(({ chime }) => chime());
}

/** Follows the workshop and announces what changes. Gives back how to stop. */
export function followNews(): () => void {
  let state = "";
  let at = "";
  let seen: Set<string> | null = null;
  const news: CardEntry[] = [];
  let closed: Set<string> | null = null;
  let time: number | null = null;
  let stopped = false;
  const ends = [
    effect(() => {
      const now = workshop.value?.state ?? "";
      const place = run.value === null ? "" : `${run.value.id}/${run.value.stage}`;
      if (state !== "" && now === "ended" && state !== "ended") {
        justEnded.value = true;
        announce(t("news.ended"), "phases");
      }
      // A result is spoken as such; its phase's prompt asked for the vote before it.
      else if (state !== "" && place !== at && phase.value !== null && run.value?.stage !== "result")
        stepBegins(phase.value);
      state = now;
      at = place;
    }),
    effect(() => {
      const shown = cards.value;
      const entered = workshop.value !== null;
      if (seen !== null) {
        const fresh = shown.filter((card) => !seen?.has(card.id));
        news.push(...fresh);
        // However many frames they come in, they are counted together.
        const say = () => revealSentence(news.splice(0));
        if (fresh.length > 0 && !announceLater("cards", say, "all")) news.length = 0;
      }
      seen = entered ? new Set(shown.map((card) => card.id)) : null;
    }),
    effect(() => {
      const over = ballots.value.filter((ballot) => ballot.state === "closed");
      const fresh = over.filter((ballot) => closed !== null && !closed.has(ballot.id));
      for (const ballot of fresh) announce(resultSentence(ballot), "phases");
      closed = workshop.value === null ? null : new Set(over.map((ballot) => ballot.id));
    }),
    effect(() => {
      const left = remaining.value;
      const mark = timeToSay(time, left, (phase.value?.minutes ?? 0) * 60);
      if (mark !== null && !paused.value) sayTime(mark);
      time = left;
    }),
    effect(() => {
      if (paused.value !== stopped && workshop.value !== null)
        announce(t(paused.value ? "time.stopped" : "time.goes_on"), "phases");
      stopped = paused.value;
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
