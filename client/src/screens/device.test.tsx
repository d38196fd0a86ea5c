import { render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { button, freshDevice } from "../../testing/page.ts";
import { writing } from "../own/kept.ts";
import { dropSeat, putSeat } from "../own/seats.ts";
import Device from "./device.tsx";

beforeEach(() => void freshDevice());
afterEach(() => dropSeat("w", 1));

test("one can go on at another device, or let somebody else write here", () => {
  render(<Device workshop="w" />);
  expect(button("Continue on another device").disabled).toBe(false);
  expect(button("Somebody else here wants to write too")).toBeTruthy();
});

test("where people share the device already, it is passed on", () => {
  putSeat("w", 1, "Ada");
  render(<Device workshop="w" />);
  expect(button("Pass the device on")).toBeTruthy();
});

test("a tab that only reads moves nothing", () => {
  writing.value = false;
  render(<Device workshop="w" />);
  expect(button("Continue on another device").disabled).toBe(true);
});
