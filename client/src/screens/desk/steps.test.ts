import { expect, test } from "vitest";
import { aClock, aPhase, aRun, aWorkshop, PHASES } from "../../../testing/workshop.ts";
import { cautionsUnseen, plannedMinutes, timing } from "./steps.ts";

const MINUTE = 60_000;
const START = 1_000 * MINUTE;

test("planned minutes are counted from one step up to another", () => {
  expect(plannedMinutes(PHASES, 0, 4)).toBe(20);
  expect(plannedMinutes(PHASES, 1, 2)).toBe(5);
});

test("a step that ends when it should is on time, and the end is the planned one", () => {
  const found = timing(PHASES, 1, START, aClock({ ends_at: START + 10 * MINUTE }), START + 6 * MINUTE);
  expect(found).toEqual({ late: 0, end: START + 20 * MINUTE });
});

test("E04: minutes that were added make us late, and move the end", () => {
  const found = timing(PHASES, 1, START, aClock({ ends_at: START + 16 * MINUTE }), START + 6 * MINUTE);
  expect(found).toEqual({ late: 6, end: START + 26 * MINUTE });
});

test("time that is over counts as it grows", () => {
  const found = timing(PHASES, 0, START, aClock({ ends_at: START + 5 * MINUTE }), START + 8 * MINUTE);
  expect(found?.late).toBe(3);
});

test("while the clock is stopped the rest of the step still has to come", () => {
  const found = timing(PHASES, 0, START, aClock({ paused: true, left: 2 * MINUTE }), START + 9 * MINUTE);
  expect(found?.late).toBe(6);
});

test("a quick group has time in hand", () => {
  expect(timing(PHASES, 1, START, aClock({ ends_at: START + 7 * MINUTE }), START + 2 * MINUTE)?.late).toBe(-3);
});

test("before the start nothing is late", () => {
  expect(timing(PHASES, 0, 0, aClock(), START)).toBeNull();
  expect(timing(PHASES, -1, START, aClock(), START)).toBeNull();
});

test("cautions are unseen until their run is shown, and never where the agenda has none", () => {
  expect(cautionsUnseen(aWorkshop({ phases: PHASES }), null)).toBe(true);
  expect(cautionsUnseen(aWorkshop({ phases: PHASES }), aRun({ revealed: true }))).toBe(false);
  expect(cautionsUnseen(aWorkshop({ phases: [aPhase({ title: "Ideas" })] }), null)).toBe(false);
});
