// What the announcer says by itself: steps, time, cards that are shown, results.
import { effect } from "@preact/signals";
import { announce } from "./announcer.tsx";
import { paused, remaining } from "./clock.ts";
import type { BallotEntry, CardEntry, CardKind, PhaseEntry } from "./protocol.gen.ts";
import { kindCount } from "./words/kinds.ts";
import { timeInWords } from "./words/time.ts";
import { t } from "./words/words.ts";
import { ballots, cards, phase, run, workshop } from "./workshop.ts";

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

function resultSentence(ballot: BallotEntry): string {
  return ballot.tied.length > 0 ? t("news.tied") : t("news.result");
}

/** Follows the workshop and announces what changes. Gives back how to stop. */
export function followNews(): () => void {
  let state = "";
  let at = "";
  let seen: Set<string> | null = null;
  let closed: Set<string> | null = null;
  let time: number | null = null;
  let stopped = false;
  const ends = [
    effect(() => {
      const now = workshop.value?.state ?? "";
      const place = run.value === null ? "" : `${run.value.id}/${run.value.stage}`;
      if (state !== "" && now === "ended" && state !== "ended") announce(t("news.ended"));
      // A result is spoken as such; its phase's prompt asked for the vote before it.
      else if (state !== "" && place !== at && phase.value !== null && run.value?.stage !== "result")
        announce(stepSentence(phase.value));
      state = now;
      at = place;
    }),
    effect(() => {
      const shown = cards.value;
      const entered = workshop.value !== null;
      if (seen !== null) announce(revealSentence(shown.filter((card) => !seen?.has(card.id))));
      seen = entered ? new Set(shown.map((card) => card.id)) : null;
    }),
    effect(() => {
      const over = ballots.value.filter((ballot) => ballot.state === "closed");
      const fresh = over.filter((ballot) => closed !== null && !closed.has(ballot.id));
      for (const ballot of fresh) announce(resultSentence(ballot));
      closed = workshop.value === null ? null : new Set(over.map((ballot) => ballot.id));
    }),
    effect(() => {
      const left = remaining.value;
      const mark = timeToSay(time, left, (phase.value?.minutes ?? 0) * 60);
      if (mark !== null && !paused.value)
        announce(mark === 0 ? t("time.up") : t("time.left", { time: timeInWords(mark) }));
      time = left;
    }),
    effect(() => {
      if (paused.value !== stopped && workshop.value !== null)
        announce(t(paused.value ? "time.stopped" : "time.goes_on"));
      stopped = paused.value;
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
