import { fireEvent, render, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aBallot, aCard, aPhase, aRun, aSeat, id, PHASES, showLed } from "../../../testing/workshop.ts";
import { Roll } from "./roll.tsx";

const run = aRun({ phase: 3, stage: "vote" });
const seats = [aSeat("f1", "Mo"), aSeat("f2", "Ana"), aSeat("f3", "Ben"), aSeat("f4", "Ceri", { here: false })];
const cards = [aCard("a", { text: "Tea on the pier" }), aCard("c", { text: "Lift club" })];

test("whoever is here is ticked, and exactly those who are ticked may vote", () => {
  const asked = listen();
  showLed({ run, ballot: { state: "draft" }, cards, room: { seats } });
  render(<Roll run={run} ballot={aBallot({ state: "draft" })} />);
  fireEvent.click(screen.getByRole("checkbox", { name: /Ana/ }));
  fireEvent.click(screen.getByRole("checkbox", { name: /Ceri/ }));
  fireEvent.click(screen.getByRole("button", { name: "Open the vote for 3 people" }));
  expect(asked).toEqual([["ConfirmRoll", { run: run.id, ballot: id("b"), seats: [id("f1"), id("f3"), id("f4")] }]]);
});

test("somebody who comes while the list is open is ticked, too", () => {
  listen();
  showLed({ run, ballot: { state: "draft" }, cards, room: { seats } });
  render(<Roll run={run} ballot={aBallot({ state: "draft" })} />);
  act(() => showLed({ run, ballot: { state: "draft" }, cards, room: { seats: [...seats, aSeat("f5", "Dai")] } }));
  expect(screen.getByRole("button", { name: "Open the vote for 4 people" })).toBeTruthy();
});

test("with nobody ticked, or nothing to vote on, the vote does not open and says why", () => {
  listen();
  showLed({ run, ballot: { state: "draft" }, cards, room: { seats: [aSeat("f1", "Mo", { here: false })] } });
  const { unmount } = render(<Roll run={run} ballot={aBallot({ state: "draft" })} />);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /Open the vote/ }).disabled).toBe(true);
  expect(screen.getByText("Tick at least one person.")).toBeTruthy();
  unmount();
  showLed({ run, ballot: { state: "draft" }, room: { seats } });
  render(<Roll run={run} ballot={aBallot({ state: "draft", options: [] })} />);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /Open the vote/ }).disabled).toBe(true);
  expect(screen.getByText(/nothing to vote on yet/)).toBeTruthy();
});

test("E32e: with fewer than three voters it warns that choices can be worked out", () => {
  listen();
  showLed({ run, ballot: { state: "draft" }, cards, room: { seats: seats.slice(0, 2) } });
  render(<Roll run={run} ballot={aBallot({ state: "draft" })} />);
  expect(screen.getByText(/fewer than three voters/)).toBeTruthy();
});

test("a vote can be skipped, in two presses, where a step follows", () => {
  const asked = listen();
  const phases = [...PHASES, aPhase({ title: "Next steps" })];
  showLed({ head: { phases }, run, ballot: { state: "draft" }, cards, room: { seats } });
  render(<Roll run={run} ballot={aBallot({ state: "draft" })} />);
  fireEvent.click(screen.getByRole("button", { name: "Skip this vote" }));
  fireEvent.click(screen.getByRole("button", { name: "Yes, skip it" }));
  expect(asked).toEqual([["NextPhase", { run: run.id, version: 7 }]]);
});
