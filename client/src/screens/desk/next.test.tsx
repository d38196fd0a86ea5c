import { fireEvent, render, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { id, showLed } from "../../../testing/workshop.ts";
import { serverNow } from "../../clock.ts";
import { NextButton } from "./next.tsx";

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

test("starting takes one press", () => {
  const asked = listen();
  showLed({ head: { state: "waiting" }, run: null });
  render(<NextButton />);
  press("Start with “Ideas”");
  expect(asked).toEqual([["StartWorkshop", {}]]);
});

test("E19: showing what was written takes two presses, and names the run that it leaves", () => {
  const asked = listen();
  showLed();
  render(<NextButton />);
  press("Show all ideas and go on to “Reading”");
  expect(asked).toEqual([]);
  press("Yes, show all");
  expect(asked).toEqual([["NextPhase", { run: id("1"), version: 7 }]]);
});

test("a question about one step is gone when somebody else has moved on", () => {
  listen();
  showLed();
  render(<NextButton />);
  press("Show all ideas and go on to “Reading”");
  act(() => showLed({ run: { id: id("a1"), phase: 1, stage: "read" } }));
  expect(screen.queryByRole("button", { name: "Yes, show all" })).toBeNull();
  expect(screen.getByRole("button", { name: "Go on to “Cautions”" })).toBeTruthy();
});

test("E47: whoever presses second is told what happened", async () => {
  listen(() => ({ status: "superseded", code: "superseded", say: "Someone changed this just before you." }));
  showLed({ run: { phase: 1, stage: "read" } });
  render(<NextButton />);
  press("Go on to “Cautions”");
  expect(await screen.findByText("Someone changed this just before you.")).toBeTruthy();
});

test("in the last step it ends the workshop, after saying what that means", () => {
  const asked = listen();
  showLed({ run: { phase: 3, stage: "result" } });
  render(<NextButton />);
  press("End the workshop");
  expect(screen.getByText(/What was not shown stays unseen/)).toBeTruthy();
  press("Yes, end it");
  expect(asked).toEqual([["EndWorkshop", { run: id("1") }]]);
});

test("in the last step a co-facilitator reads that another person ends it", () => {
  listen();
  showLed({ run: { phase: 3, stage: "result" }, entered: { cofacilitator: true } });
  render(<NextButton />);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText(/The person who opened the workshop ends it/)).toBeTruthy();
});

test("while a vote is closing the button gives way to the one that keeps it open", () => {
  listen();
  showLed({ run: { phase: 3, stage: "vote" }, ballot: { state: "open" }, clock: { closing_at: serverNow() + 5000 } });
  render(<NextButton />);
  expect(screen.getAllByRole("button").map((one) => one.textContent)).toEqual(["Keep it open"]);
});
