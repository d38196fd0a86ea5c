import { render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { button, drawn, page, press } from "../../testing/page.ts";
import { here } from "../door.ts";
import { dropSeat, putSeat } from "../own/seats.ts";
import Cover, { nameOf } from "./cover.tsx";

beforeEach(() => {
  here.value = "w";
  putSeat("w", 1, "Ada");
  putSeat("w", 2, "");
});
afterEach(() => {
  for (const slot of [1, 2]) dropSeat("w", slot);
  here.value = "";
});

test("E14: between two people stands a page with their names and nobody's words", async () => {
  render(<Cover />);
  expect(page()).toContain("Who writes now?");
  press("Ada");
  await drawn();
  expect(page()).toContain("Pass the device to Ada");
  expect(document.activeElement?.tagName).toBe("H1");
  press("Choose somebody else");
  await drawn();
  press("Person 2");
  await drawn();
  expect(button("I am Person 2")).toBeTruthy();
});

test("E14: it says that there is no lock, and somebody new can join", async () => {
  render(<Cover />);
  expect(page()).toContain("There is no lock between you.");
  press("Somebody new");
  await drawn();
  expect(button("I am new here")).toBeTruthy();
});

test("who has given no name has a number", () => {
  expect(nameOf({ slot: 3, name: "" })).toBe("Person 3");
  expect(nameOf({ slot: 3, name: "Ada" })).toBe("Ada");
});
