import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Bars } from "./bars.tsx";

const rows = [
  { id: "a", label: "Tea on the pier", say: "7 dots from 4 people", share: 1, tag: "on the short list" },
  { id: "b", label: "Lift club", say: "3 dots from 3 people", share: 3 / 7 },
];

test("a result is read in words, in the order given", () => {
  render(<Bars rows={rows} label="Result" />);
  const list = screen.getByRole("list", { name: "Result" });
  expect([...list.children].map((one) => one.textContent)).toEqual([
    "Tea on the pier on the short list7 dots from 4 people",
    "Lift club 3 dots from 3 people",
  ]);
});

test("the bars are as long as their share, and left out of what is read aloud", () => {
  const { container } = render(<Bars rows={rows} label="Result" />);
  const bars = [...container.querySelectorAll<HTMLElement>(".bar-fill")];
  expect(bars.map((bar) => bar.style.inlineSize)).toEqual(["100%", "43%"]);
  expect(bars.every((bar) => bar.closest("[aria-hidden=true]"))).toBe(true);
});
