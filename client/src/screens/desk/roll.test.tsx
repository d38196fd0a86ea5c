import { fireEvent, render, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import {
  ballotEntry,
  cardEntry,
  id,
  listen,
  PHASES,
  phaseEntry,
  runEntry,
  seatEntry,
  show,
} from "../../../testing/workshop.ts";
import { Roll } from "./roll.tsx";

const run = runEntry({ phase: 3, stage: "vote" });
const seats = [
  seatEntry("f1", "Mo"),
  seatEntry("f2", "Ana"),
  seatEntry("f3", "Ben"),
  seatEntry("f4", "Ceri", { here: false }),
];
const cards = [cardEntry("e1", "Tea on the pier"), cardEntry("e2", "Lift club")];

test("whoever is here is ticked, and exactly those who are ticked may vote", () => {
  const asked = listen();
  show({ run, ballot: {}, cards, room: { seats } });
  render(<Roll run={run} ballot={ballotEntry()} />);
  fireEvent.click(screen.getByRole("checkbox", { name: /Ana/ }));
  fireEvent.click(screen.getByRole("checkbox", { name: /Ceri/ }));
  fireEvent.click(screen.getByRole("button", { name: "Open the vote for 3 people" }));
  expect(asked).toEqual([["ConfirmRoll", { run: run.id, ballot: id("c0"), seats: [id("f1"), id("f3"), id("f4")] }]]);
});

test("somebody who comes while the list is open is ticked, too", () => {
  listen();
  show({ run, ballot: {}, cards, room: { seats } });
  render(<Roll run={run} ballot={ballotEntry()} />);
  act(() => show({ run, ballot: {}, cards, room: { seats: [...seats, seatEntry("f5", "Dai")] } }));
  expect(screen.getByRole("button", { name: "Open the vote for 4 people" })).toBeTruthy();
});

test("with nobody ticked, or nothing to vote on, the vote does not open and says why", () => {
  listen();
  show({ run, ballot: {}, cards, room: { seats: [seatEntry("f1", "Mo", { here: false })] } });
  const { unmount } = render(<Roll run={run} ballot={ballotEntry()} />);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /Open the vote/ }).disabled).toBe(true);
  expect(screen.getByText("Tick at least one person.")).toBeTruthy();
  unmount();
  show({ run, ballot: {}, room: { seats } });
  render(<Roll run={run} ballot={ballotEntry({ options: [] })} />);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /Open the vote/ }).disabled).toBe(true);
  expect(screen.getByText(/nothing to vote on yet/)).toBeTruthy();
});

test("E32e: with fewer than three voters it warns that choices can be worked out", () => {
  listen();
  show({ run, ballot: {}, cards, room: { seats: seats.slice(0, 2) } });
  render(<Roll run={run} ballot={ballotEntry()} />);
  expect(screen.getByText(/fewer than three voters/)).toBeTruthy();
});

test("a vote can be skipped, in two presses, where a step follows", () => {
  const asked = listen();
  const phases = [...PHASES, phaseEntry("Next steps")];
  show({ workshop: { phases }, run, ballot: {}, cards, room: { seats } });
  render(<Roll run={run} ballot={ballotEntry()} />);
  fireEvent.click(screen.getByRole("button", { name: "Skip this vote" }));
  fireEvent.click(screen.getByRole("button", { name: "Yes, skip it" }));
  expect(asked).toEqual([["NextPhase", { run: run.id, version: 7 }]]);
});
