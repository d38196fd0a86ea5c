import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { page, press, type } from "../../../testing/page.ts";
import { aCard, showLed } from "../../../testing/workshop.ts";
import { Find } from "./find.tsx";

test("E31: a card is found by a word of it in any step, also while people vote", () => {
  showLed({ cards: [aCard("a", { text: "A lunch club" }), aCard("c", { text: "About Pat" })], run: { stage: "vote" } });
  render(<Find />);
  type("Find a card to hide", "pat");
  expect(screen.queryByRole("button", { name: "A lunch club" })).toBeNull();
  press("About Pat");
  expect(screen.getByRole("button", { name: "Hide this card" })).toBeTruthy();
});

test("what is hidden now stands there with its words, to be brought back", () => {
  const card = aCard("a", { text: "", hidden: "person", hidden_version: 1 });
  const words = { id: card.id, text: "About Pat", signed: "", wording: 0 };
  showLed({ cards: [card], more: { [`hidden:${card.id}`]: words } });
  render(<Find />);
  expect(page()).toContain("1 card is hidden now");
  press("About Pat");
  expect(screen.getByRole("button", { name: "Bring it back" })).toBeTruthy();
});
