import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { aCard, aGroup, id, showLed } from "../../../testing/workshop.ts";
import { lengthOf, ReadingOut } from "./reading-out.tsx";

test("the card that is read out stands there alone, with what it is, its group and what it is about", () => {
  const card = aCard("a", { text: "It rains", kind: "caution", target: `card:${id("c")}`, signed: "Ana" });
  showLed({ cards: [{ ...card, group: id("9") }, aCard("c", { text: "Tea" })], groups: [aGroup("9")] });
  render(<ReadingOut card={{ ...card, group: id("9") }} />);
  const shown = screen.getByRole("article").textContent;
  for (const words of ["It rains", "Caution", "Group 9", "About: Tea", "signed: Ana"]) expect(shown).toContain(words);
});

test("the fewer words there are, the larger they stand", () => {
  expect([20, 100, 300, 900].map((count) => lengthOf("x".repeat(count)))).toEqual([
    "short",
    "middle",
    "long",
    "very-long",
  ]);
});
