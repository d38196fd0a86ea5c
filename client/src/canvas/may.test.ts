import { expect, test } from "vitest";
import { show, showLed } from "../../testing/workshop.ts";
import { canArrange, canGroup, canLock } from "./may.ts";

test("things can be put elsewhere where what people write shows at once", () => {
  show({ run: { stage: "read" } });
  expect(canArrange.value).toBe(true);
  show({ run: { stage: "live" }, phase: { authorship: "signed" } });
  expect(canArrange.value).toBe(true);
  show({ run: { stage: "live" }, phase: { cards: ["theme"], authorship: "none" } });
  expect([canArrange.value, canGroup.value]).toEqual([true, true]);
});

test("while something is written unseen, or unsigned cards gather, the board is for looking", () => {
  for (const authorship of ["unsigned", "choice"] as const) {
    show({ run: { stage: "live" }, phase: { authorship } });
    expect(canArrange.value).toBe(false);
  }
  for (const stage of ["write", "vote", "result", "check"] as const) {
    show({ run: { stage } });
    expect([canArrange.value, canGroup.value]).toEqual([false, false]);
  }
  show({ run: { stage: "read" }, head: { state: "ended" } });
  expect(canArrange.value).toBe(false);
});

test("only who leads may lock", () => {
  show({ run: { stage: "read" } });
  expect(canLock.value).toBe(false);
  showLed({ run: { stage: "write" } });
  expect(canLock.value).toBe(true);
});
