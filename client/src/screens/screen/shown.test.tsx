import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { aCard, aPhase, aRun, id, PHASES, showLed } from "../../../testing/workshop.ts";
import { Shown } from "./shown.tsx";

const cards = [
  aCard("a", { text: "Tea on the pier", run: id("a9"), group: id("d1") }),
  aCard("c", { text: "Lift club", run: id("a9") }),
];
const shownRun = { [`run:${id("a9")}`]: aRun({ id: id("a9"), open: false, revealed: true }) };
const group = { [`group:${id("d1")}`]: { id: id("d1"), name: "Meeting", version: 0 } };

function at(phase: number, stage: "write" | "read" | "live" | "check" | "vote" | "result", more = {}) {
  const run = aRun({ phase, stage, ballot: id("b") });
  showLed({ run, cards, ...more, more: { ...shownRun, ...group } });
  return render(<Shown run={run} phase={PHASES[phase] ?? aPhase({ title: "" })} />);
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

test("where nothing is shown yet it says where one writes, and what helps; in a rest that nothing is asked", () => {
  const { container, unmount } = at(2, "live", { cards: [] });
  expect(container.textContent).toContain("Write on your own device. What you write comes here.");
  unmount();
  const run = aRun({ stage: "read" });
  const rest = aPhase({ kind: "break", hat: "none", cards: [] });
  expect(render(<Shown run={run} phase={rest} />).container.textContent).toContain("A rest.");
});
