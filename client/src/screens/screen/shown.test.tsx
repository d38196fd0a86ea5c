import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { cardEntry, id, PHASES, phaseEntry, runEntry, show } from "../../../testing/workshop.ts";
import { kindsOf, Shown } from "./shown.tsx";

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

test("each step shows its own kinds of cards", () => {
  expect(kindsOf(runEntry({ stage: "live" }), phaseEntry("", { cards: ["theme"] }))).toEqual(["idea"]);
  expect(kindsOf(runEntry({ stage: "live" }), phaseEntry("", { kind: "fix", cards: ["fix"] }))).toEqual([
    "fix",
    "caution",
  ]);
  expect(kindsOf(runEntry({ stage: "live" }), phaseEntry("", { cards: ["decision", "note"] }))).toEqual(["note"]);
});
