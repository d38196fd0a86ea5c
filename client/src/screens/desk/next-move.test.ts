import { expect, test } from "vitest";
import { aBallot, aPhase, aRoom, aRun, aWorkshop, PHASES } from "../../../testing/workshop.ts";
import { kindsInWords, nextMove, type Situation } from "./next-move.ts";

function at(more: Partial<Situation>): Situation {
  const run = more.run === undefined ? aRun() : more.run;
  return {
    workshop: aWorkshop({ phases: PHASES }),
    run,
    phase: run === null ? null : (PHASES[run.phase] ?? null),
    ballot: null,
    worries: null,
    room: aRoom({ small: false, people: 5, done: "all" }),
    closingSeconds: 10,
    cofacilitator: false,
    ...more,
  };
}

test("before the start the button names the first step, and one press is enough", () => {
  const next = nextMove(at({ workshop: aWorkshop({ phases: PHASES, state: "waiting" }), run: null }));
  expect(next).toMatchObject({ move: "start", label: "Start with “Ideas”", say: [], warn: [] });
});

test("leaving a private step says what is shown, to whom, and without any number", () => {
  const next = nextMove(at({}));
  expect(next.label).toBe("Show all ideas and go on to “Reading”");
  expect(next.say).toEqual([
    "Everybody, and the room's screen, will see what was written in “Ideas”. Nobody can take back what has been seen.",
  ]);
  expect(next.warn).toEqual([]);
  expect(`${next.label} ${next.say}`).not.toMatch(/\d/);
});

test("E02: from five people on, the button warns while not all say they are done", () => {
  const warn = (done: "none" | "half" | "all" | "") =>
    nextMove(at({ room: aRoom({ small: false, done }) })).warn.join(" ");
  expect(warn("none")).toContain("Not everybody has said");
  expect(warn("half")).toContain("Not everybody has said");
  expect(warn("all")).toBe("");
  expect(warn("")).toBe("");
});

test("E20: with fewer than five people the button warns that writers can be guessed", () => {
  const next = nextMove(at({ room: aRoom({ small: true, done: "" }) }));
  expect(next.warn).toEqual(["Fewer than five people are here. Others may guess who wrote what."]);
});

test("leaving the check shows the kept worries, says so, and tells no number", () => {
  const next = nextMove(at({ run: aRun({ phase: 2, stage: "check" }) }));
  expect(next.label).toBe("Show all kept worries");
  expect(next.say.join(" ")).toContain("worries that people kept");
  expect(next.say.join(" ")).not.toMatch(/\d/);
});

test("a step that was only read is left with one press", () => {
  const next = nextMove(at({ run: aRun({ phase: 1, stage: "read" }), room: aRoom({ done: "none" }) }));
  expect(next).toMatchObject({ move: "next", label: "Go on to “Cautions”", say: [], warn: [] });
});

test("a step that is open to all is left with one press, since nobody can say that they are done with it", () => {
  const run = aRun({ phase: 0, stage: "live" });
  expect(nextMove(at({ run, room: aRoom({ small: false, done: "none" }) }))).toMatchObject({ say: [], warn: [] });
});

test("an open vote is closed in the seconds that the server gives", () => {
  const run = aRun({ phase: 3, stage: "vote" });
  const next = nextMove(at({ run, ballot: aBallot({ state: "open" }) }));
  expect(next).toMatchObject({ move: "close", label: "Close the vote in 10 seconds", say: [] });
});

test("before a vote opens the list of who is here comes first", () => {
  const run = aRun({ phase: 3, stage: "vote" });
  expect(nextMove(at({ run, ballot: aBallot({ state: "draft" }) })).move).toBe("roll");
});

test("a result that is too close to call is not left by accident", () => {
  const phases = [...PHASES, aPhase({ title: "Next steps", kind: "close", cards: ["action"] })];
  const run = aRun({ phase: 3, stage: "result" });
  const ballot = aBallot({ state: "closed", tied: ["card:1", "card:2"] });
  const open = nextMove(at({ workshop: aWorkshop({ phases }), run, ballot }));
  expect(open.warn).toEqual(["The result is too close to call, and nothing has been settled yet."]);
  const settled = nextMove(at({ workshop: aWorkshop({ phases }), run, ballot: { ...ballot, outcome: "take_both" } }));
  expect(settled.warn).toEqual([]);
});

test("E28: ending says that what was not shown stays with its writers, whether there is any or not", () => {
  const next = nextMove(at({ run: aRun({ phase: 3, stage: "result" }), worries: aRun({ revealed: true }) }));
  expect(next.move).toBe("end");
  expect(next.say.join(" ")).toContain("What was not shown stays unseen.");
  expect(next.say.join(" ")).not.toContain("kept worries");
});

test("E29: ending before the cautions says that kept worries were not looked at", () => {
  const next = nextMove(at({ run: aRun({ phase: 3, stage: "result" }), worries: aRun({ revealed: false }) }));
  expect(next.say.join(" ")).toContain("The kept worries have not been looked at yet.");
});

test("after the end there is nothing more to press", () => {
  expect(nextMove(at({ workshop: aWorkshop({ phases: PHASES, state: "ended" }), run: null })).move).toBe("none");
});

test("what a step collects is said in words, each kind once", () => {
  expect(kindsInWords(["fact", "gap"])).toBe("facts and gaps");
  expect(kindsInWords(["idea"])).toBe("ideas");
  expect(kindsInWords([])).toBe("cards");
});

test("a co-facilitator is not offered to end the workshop, and reads who can", () => {
  const next = nextMove(at({ run: aRun({ phase: 3, stage: "result" }), cofacilitator: true }));
  expect(next).toMatchObject({ move: "wait", label: expect.stringContaining("The person who opened the workshop") });
});
