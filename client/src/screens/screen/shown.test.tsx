import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { ballotEntry, cardEntry, id, PHASES, phaseEntry, runEntry, show } from "../../../testing/workshop.ts";
import { entries } from "../../workshop.ts";
import { density, kindsOf, lastResult, Shown } from "./shown.tsx";

const cards = [cardEntry("e1", "Tea on the pier", { group: id("d1") }), cardEntry("e2", "Lift club")];
const shownRun = { [`run:${id("a9")}`]: runEntry({ id: id("a9"), open: false, revealed: true }) };
const group = { [`group:${id("d1")}`]: { id: id("d1"), name: "Meeting", version: 0 } };

function at(phase: number, stage: "write" | "read" | "live" | "check" | "vote" | "result", more = {}) {
  const run = runEntry({ phase, stage, ballot: id("c0") });
  show({ run, cards, ...more, more: { ...shownRun, ...group } });
  return render(<Shown run={run} phase={PHASES[phase] ?? phaseEntry("")} />);
}

test("while people write the screen shows what helps, and no card", () => {
  const { container } = at(0, "write");
  expect(container.textContent).toContain("Everybody writes on their own device.");
  expect(container.textContent).toContain("Go for many");
  expect(screen.queryByRole("article")).toBeNull();
});

test("while people read it shows what was just shown, in groups", () => {
  at(1, "read");
  expect(screen.getAllByRole("heading", { level: 3 }).map((one) => one.textContent)).toEqual([
    "Meeting",
    "On their own",
  ]);
  expect(screen.getAllByRole("article").map((one) => one.textContent)).toEqual(["Tea on the pier", "Lift club"]);
});

test("during the check of worries it shows none", () => {
  at(2, "check");
  expect(screen.queryByRole("article")).toBeNull();
});

test("an open vote shows what is voted on, and no count", () => {
  const { container } = at(3, "vote", { ballot: { state: "open", seats: 6 } });
  expect(screen.getAllByRole("article")).toHaveLength(2);
  expect(container.textContent).not.toMatch(/\d/);
});

test("a result is shown in words with bars, and a tie is named", () => {
  const totals = { [`card:${id("e1")}`]: 3, [`card:${id("e2")}`]: 3 };
  const tied = Object.keys(totals);
  at(3, "result", { ballot: { state: "closed", totals, voters: totals, tied, cast: 3 } });
  expect(screen.getByText("Too close to call")).toBeTruthy();
  expect(screen.getByRole("list", { name: "The result" }).textContent).toContain("3 dots from 3 people");
});

test("the last result is that of the latest step and round, whatever its id", () => {
  const closed = (short: string, run: string) => ballotEntry({ id: id(short), run: id(run), state: "closed" });
  show({
    more: {
      [`run:${id("1a")}`]: runEntry({ id: id("1a"), phase: 3, round: 2 }),
      [`run:${id("2a")}`]: runEntry({ id: id("2a"), phase: 3, round: 1 }),
      [`run:${id("3a")}`]: runEntry({ id: id("3a"), phase: 1, round: 1 }),
      [`ballot:${id("c1")}`]: closed("c1", "1a"),
      [`ballot:${id("c2")}`]: closed("c2", "2a"),
      [`ballot:${id("c3")}`]: closed("c3", "3a"),
    },
  });
  expect(lastResult(entries.value)?.id).toBe(id("c1"));
});

test("each step shows its own kinds of cards, the fewer the larger", () => {
  expect(kindsOf(runEntry({ stage: "live" }), phaseEntry("", { cards: ["theme"] }))).toEqual(["idea"]);
  expect(kindsOf(runEntry({ stage: "live" }), phaseEntry("", { kind: "fix", cards: ["fix"] }))).toEqual([
    "fix",
    "caution",
  ]);
  expect(kindsOf(runEntry({ stage: "live" }), phaseEntry("", { cards: ["decision", "note"] }))).toEqual(["note"]);
  expect([3, 12, 40].map(density)).toEqual(["few", "some", "many"]);
});
