import { expect, test } from "vitest";
import { aPhase, aRun } from "../../testing/workshop.ts";
import { kindsOf } from "./step-kinds.ts";

test("each step shows its own kinds of cards", () => {
  expect(kindsOf(aRun({ stage: "live" }), aPhase({ title: "", cards: ["theme"] }))).toEqual(["idea"]);
  expect(kindsOf(aRun({ stage: "live" }), aPhase({ title: "", kind: "fix", cards: ["fix"] }))).toEqual([
    "fix",
    "caution",
  ]);
  expect(kindsOf(aRun({ stage: "live" }), aPhase({ title: "", cards: ["decision", "note"] }))).toEqual(["note"]);
});
