// The server's clock on this device. The device's own clock may be an hour wrong, so it is never asked:
// performance.now() only ever counts forward, and the server says what time it is.
import { computed, effect, signal } from "@preact/signals";
import { clockEntry } from "./workshop.ts";

const TRUST_MS = 60_000;

interface Sample {
  readonly offset: number;
  readonly trip: number;
  readonly at: number;
}

let best: Sample | null = null;
const offset = signal(0);
const beat = signal(0);

/** Learns the server's time `now` from an answer that was asked for and came at these moments of
 * performance.now(). The shortest trip of the last minute wins: it is off by half of it at most. */
export function learnTime(now: number, asked: number, came: number): void {
  const trip = came - asked;
  if (best !== null && came - best.at < TRUST_MS && trip > best.trip) return;
  best = { offset: now - (asked + came) / 2, trip, at: came };
  offset.value = best.offset;
}

/** Forgets what was learnt: the device slept, and performance.now() may have stood still. */
export function doubtTime(): void {
  best = null;
}

/** The server's time, in milliseconds since 1970. */
export function serverNow(): number {
  return performance.now() + offset.peek();
}

/** Seconds from `now` until `ends`, rounded up, so that "0" means time is up. */
export function secondsUntil(ends: number, now: number): number {
  return Math.ceil((ends - now) / 1000);
}

/** Seconds left of the phase, 0 or less when time is up, or null where no clock runs. */
export const remaining = computed<number | null>(() => {
  const clock = clockEntry.value;
  void beat.value;
  void offset.value;
  if (clock === null) return null;
  if (clock.paused) return Math.ceil(clock.left / 1000);
  return clock.ends_at === 0 ? null : secondsUntil(clock.ends_at, serverNow());
});

export const paused = computed(() => clockEntry.value?.paused ?? false);

/** Seconds until the ballot closes, or null while it is not about to. */
export const closingIn = computed<number | null>(() => {
  const closing = clockEntry.value?.closing_at ?? 0;
  void beat.value;
  void offset.value;
  return closing === 0 ? null : Math.max(0, secondsUntil(closing, serverNow()));
});

/** Lets the clock tick while a page shows it. Gives back how to stop it. */
export function startClock(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    beat.value += 1;
    // On the server's full second, so that all screens change together.
    timer = setTimeout(tick, 1000 - (serverNow() % 1000) + 5);
  };
  const end = effect(() => {
    void offset.value;
    clearTimeout(timer);
    timer = setTimeout(tick, 0);
  });
  return () => {
    end();
    clearTimeout(timer);
  };
}
