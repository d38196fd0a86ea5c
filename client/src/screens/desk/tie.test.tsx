import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aBallot, aCard, aRun, id, showLed } from "../../../testing/workshop.ts";
import { Tie } from "./tie.tsx";

const tea = `card:${id("a")}`;
const lift = `card:${id("c")}`;
const run = aRun({ phase: 3, stage: "result" });
const tied = aBallot({ state: "closed", tied: [tea, lift] });
const cards = [aCard("a", { text: "Tea on the pier" }), aCard("c", { text: "Lift club" })];
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("E30: a tie is settled by people: take both, vote again, or talk", async () => {
  const asked = listen();
  showLed({ cards });
  render(<Tie run={run} ballot={tied} />);
  for (const name of ["Take both", "Vote again, one dot each", "Talk for two minutes"]) {
    press(name);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const at = { run: run.id, ballot: id("b") };
  expect(asked).toEqual([
    ["SettleTie", { ...at, way: "take_both" }],
    ["SettleTie", { ...at, way: "run_off" }],
    ["SettleTie", { ...at, way: "talk" }],
  ]);
});

test("choosing one comes only after talking, and only among those that tie", () => {
  const asked = listen();
  showLed({ cards });
  const { rerender } = render(<Tie run={run} ballot={tied} />);
  expect(screen.queryByRole("radio")).toBeNull();
  rerender(<Tie run={run} ballot={{ ...tied, talked: true }} />);
  expect(screen.queryByRole("button", { name: "Talk for two minutes" })).toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: "Lift club" }));
  press("We chose this");
  expect(asked).toEqual([["SettleTie", { run: run.id, ballot: id("b"), way: "choose", option: lift }]]);
});

test("E32e: where few voted the group talks, and then chooses among all options", async () => {
  const asked = listen();
  showLed({ cards });
  const few = aBallot({ state: "closed", few: true, options: [tea, lift] });
  const { rerender } = render(<Tie run={run} ballot={few} />);
  expect(screen.getAllByRole("button").map((one) => one.textContent)).toEqual(["Talk for two minutes"]);
  rerender(<Tie run={run} ballot={{ ...few, talked: true }} />);
  fireEvent.click(screen.getByRole("radio", { name: "Lift club" }));
  press("We chose this");
  expect(asked).toEqual([["SettleTie", { run: run.id, ballot: id("b"), way: "choose", option: lift }]]);
});

test("a settled tie says how it was settled", () => {
  listen();
  showLed({ cards });
  render(<Tie run={run} ballot={{ ...tied, outcome: "take_both", chosen: [tea, lift] }} />);
  expect(screen.getByText("Taken: Tea on the pier · Lift club")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
