import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { id, showLed } from "../../../testing/workshop.ts";
import { Drawers } from "./drawers.tsx";

const drawers = () => [...document.querySelectorAll(".more > summary")].map((one) => one.textContent);

test("what is not needed every minute is one tap away", () => {
  listen();
  showLed();
  render(<Drawers open={false} />);
  const own = ["2 people are here", "All steps", "What is on the board", "Take the plan home"];
  expect(drawers()).toEqual(expect.arrayContaining([...own, "The question"]));
  expect(document.querySelector("details[open]")).toBeNull();
});

test("where to find help is at hand", () => {
  showLed({ entered: { support: "Call 0800" } });
  render(<Drawers open={false} />);
  expect(screen.getByText("If you need help: Call 0800")).toBeTruthy();
});

test("E28: the workshop can be ended early, in two presses that say what becomes of what was not shown", () => {
  const asked = listen();
  showLed();
  render(<Drawers open />);
  fireEvent.click(screen.getByRole("button", { name: "End the workshop" }));
  expect(screen.getByText(/What was not shown stays unseen/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Yes, end it" }));
  expect(asked).toEqual([["EndWorkshop", { run: id("1") }]]);
});

test("E29: ending early says that kept worries were not looked at", () => {
  listen();
  showLed();
  render(<Drawers open />);
  fireEvent.click(screen.getByRole("button", { name: "End the workshop" }));
  expect(screen.getByText("The kept worries have not been looked at yet. The plan will say so.")).toBeTruthy();
});

test("in the last step the big button ends the workshop, so this one is not there twice", () => {
  listen();
  showLed({ run: { phase: 3, stage: "result" } });
  render(<Drawers open />);
  expect(screen.queryByRole("button", { name: "End the workshop" })).toBeNull();
});

test("a co-facilitator is not offered to end the workshop early", () => {
  listen();
  showLed({ entered: { cofacilitator: true } });
  render(<Drawers open={false} />);
  expect(screen.queryByRole("button", { name: "End the workshop" })).toBeNull();
});
