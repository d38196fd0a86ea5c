import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { show } from "../testing/workshop.ts";
import { closingIn, doubtTime, learnTime, remaining, secondsUntil, serverNow, startClock } from "./clock.ts";
import { clearView } from "./workshop.ts";

const NOON = Date.UTC(2026, 10, 23, 12);

function clockEntry(some: Record<string, unknown>) {
  show({ more: { clock: { ends_at: 0, paused: false, left: 0, closing_at: 0, version: 0, ...some } } });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  doubtTime();
  clearView();
});
afterEach(() => vi.useRealTimers());

test("E07: a device whose clock is an hour wrong shows the same time left", () => {
  vi.setSystemTime(NOON - 3_600_000);
  learnTime(NOON, performance.now(), performance.now());
  clockEntry({ ends_at: NOON + 90_000 });
  expect(remaining.value).toBe(90);
  vi.setSystemTime(NOON + 7_200_000);
  expect(remaining.value).toBe(90);
});

test("half of the trip is taken off, and the shortest trip of the last minute is believed", () => {
  const at = performance.now();
  learnTime(NOON, at, at + 200);
  expect(Math.round(serverNow() - NOON)).toBe(-100);
  learnTime(NOON + 50_000, at, at + 2000);
  expect(Math.round(serverNow() - NOON)).toBe(-100);
  learnTime(NOON + 10, at, at + 20);
  expect(Math.round(serverNow() - NOON)).toBe(0);
});

test("after a minute, or after a sleep, a newer answer counts even if it took longer", () => {
  const at = performance.now();
  learnTime(NOON, at, at);
  doubtTime();
  learnTime(NOON + 3_000_000, at, at + 1000);
  expect(Math.round(serverNow() - NOON)).toBe(3_000_000 - 500);
});

test("the clock counts down by itself and goes on below zero", () => {
  learnTime(NOON, performance.now(), performance.now());
  clockEntry({ ends_at: NOON + 2_000 });
  const stop = startClock();
  vi.advanceTimersByTime(1_100);
  expect(remaining.value).toBe(1);
  vi.advanceTimersByTime(3_000);
  expect(remaining.value).toBeLessThanOrEqual(0);
  stop();
});

test("a stopped clock shows what is left of it; no clock shows nothing", () => {
  learnTime(NOON, performance.now(), performance.now());
  clockEntry({ paused: true, left: 61_000 });
  expect(remaining.value).toBe(61);
  clockEntry({});
  expect(remaining.value).toBeNull();
  expect(closingIn.value).toBeNull();
});

test("a ballot that is about to close counts its last seconds, and stops at zero", () => {
  learnTime(NOON, performance.now(), performance.now());
  clockEntry({ closing_at: NOON + 9_500 });
  expect(closingIn.value).toBe(10);
  clockEntry({ closing_at: NOON - 9_500 });
  expect(closingIn.value).toBe(0);
});

test("seconds are rounded up, so that zero means time is up", () => {
  expect(secondsUntil(1001, 1000)).toBe(1);
  expect(secondsUntil(1000, 1000)).toBe(0);
});
