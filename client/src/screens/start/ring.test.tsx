import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Ring } from "./ring.tsx";

test("six ways of thinking sit in a circle, each at a place of its own", () => {
  render(<Ring />);
  const seats = [
    ...screen.getByRole("img", { name: "Six ways of thinking, in a circle" }).querySelectorAll("[data-hat]"),
  ];
  expect(new Set(seats.map((seat) => seat.getAttribute("data-hat"))).size).toBe(6);
  const away = seats.map((seat) => {
    const [x = 0, y = 0] = (seat.getAttribute("transform") ?? "").match(/[\d.]+/g)?.map(Number) ?? [];
    return Math.round(Math.hypot(x - 160, y - 160));
  });
  expect(new Set(away)).toEqual(new Set([118]));
});
