import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aSeat, id, showLed } from "../../../testing/workshop.ts";
import { People, peopleHere } from "./people.tsx";

const seats = [aSeat("f1", "Mo", { facilitator: true }), aSeat("f2", "Ana"), aSeat("f3", "", { here: false })];

test("those who lead see exactly who is here", () => {
  showLed({ room: { seats } });
  render(<People />);
  expect(peopleHere()).toBe("2 people are here");
  expect(screen.getAllByRole("listitem").map((one) => one.textContent)).toEqual([
    "Moyouleads",
    "AnaSend outSend Ana out",
    "Guest 1not here nowClear this placeClear the place of Guest 1",
  ]);
});

test("an empty place is cleared in two presses", () => {
  const asked = listen();
  showLed({ room: { seats } });
  render(<People />);
  fireEvent.click(screen.getByRole("button", { name: /Clear the place of Guest 1/ }));
  expect(screen.getByText(/What they wrote stays on the board/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Yes, clear it" }));
  expect(asked).toEqual([["RetireSeat", { seat: id("f3") }]]);
});

test("E33: a person is sent out for what was seen or heard, never as the writer of a card", () => {
  const asked = listen();
  showLed({ room: { seats } });
  render(<People />);
  fireEvent.click(screen.getByRole("button", { name: /Send Ana out/ }));
  expect(screen.getByText(/nobody can know who wrote a card without a name/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Yes, send them out" }));
  expect(asked).toEqual([["RetireSeat", { seat: id("f2") }]]);
});

test("how many are done is said in a coarse step, and not at all below five people", () => {
  showLed({ room: { seats, done: "half" } });
  const { rerender, container } = render(<People />);
  expect(screen.getByText("Half or more say “I'm done”.")).toBeTruthy();
  showLed({ room: { seats, done: "" } });
  rerender(<People />);
  expect(container.textContent).not.toContain("done");
});
