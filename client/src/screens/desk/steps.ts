// The agenda as it has gone so far: whether we are late, and what has been shown.
import type { ClockEntry, PhaseEntry, RunEntry, WorkshopEntry } from "../../protocol.gen.ts";

const MINUTE_MS = 60_000;

/** The agenda has a step for cautions, and the worries kept for it have not been shown. */
export function cautionsUnseen(workshop: WorkshopEntry, worries: RunEntry | null): boolean {
  return workshop.phases.some((phase) => phase.kind === "caution") && !worries?.revealed;
}

/** Planned minutes of the steps from `from` up to, but not with, `to`. */
export function plannedMinutes(phases: readonly PhaseEntry[], from: number, to: number): number {
  return phases.slice(from, to).reduce((sum, phase) => sum + phase.minutes, 0);
}

/** How the time goes. `late`: whole minutes, below zero when there is time in hand. `end`: ms since 1970. */
export interface Timing {
  readonly late: number;
  readonly end: number;
}

/** Compares the plan with the clock. `now`: the server's time in ms. Null before the start. */
export function timing(
  phases: readonly PhaseEntry[],
  current: number,
  startedAt: number,
  clock: ClockEntry,
  now: number,
): Timing | null {
  if (startedAt === 0 || current < 0) return null;
  const planned = startedAt + plannedMinutes(phases, 0, current + 1) * MINUTE_MS;
  const running = clock.paused ? now + clock.left : clock.ends_at;
  // Over time counts as it grows: the step ends now at the earliest.
  const ends = Math.max(running, now);
  const late = Math.trunc((ends - planned) / MINUTE_MS);
  return { late, end: ends + plannedMinutes(phases, current + 1, phases.length) * MINUTE_MS };
}
