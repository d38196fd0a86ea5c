import { expect, test } from "vitest";
import { aSpot } from "../../testing/board.ts";
import { aCard, aGroup, id, show } from "../../testing/workshop.ts";
import { entries } from "../workshop.ts";
import { dressPiece, fillPiece, madePiece, said, setPiece } from "./pieces.ts";

const NONE = { chosen: false, current: false, held: false, over: false, found: false, reading: false };

test("a card says what it is, its group, its colour and that it is locked", () => {
  const more = aSpot("a", { colour: "grey", locked: true });
  show({ cards: [aCard("a", { group: id("9") })], groups: [aGroup("9")], more });
  expect(said(entries.value, `card:${id("a")}`)).toBe("Idea: Idea a. In the group Group 9. Colour: Grey. Locked.");
  expect(said(entries.value, `group:${id("9")}`)).toBe("Group: Group 9.");
});

test("what stands under the words of a card is said with it", () => {
  show({ cards: [aCard("a", { signed: "Maureen", late: true })] });
  expect(said(entries.value, `card:${id("a")}`)).toBe("Idea: Idea a. signed: Maureen · later.");
});

test("a colour is a word on the card, too, and words of people are shown as words", () => {
  show({ cards: [aCard("a", { text: "<b>x</b>", language: "cy" })], more: aSpot("a", { colour: "pink" }) });
  const piece = madePiece(`card:${id("a")}`);
  fillPiece(piece, entries.value, `card:${id("a")}`);
  expect(piece.textContent).toBe("<b>x</b>Pink");
  expect(piece.querySelector("[lang=cy]")).not.toBeNull();
  expect(piece.dataset.colour).toBe("pink");
});

test("the words of a hidden card stand for others", () => {
  show({ cards: [aCard("a", { hidden: "person" })] });
  const piece = madePiece(`card:${id("a")}`);
  fillPiece(piece, entries.value, `card:${id("a")}`);
  expect(piece.hasAttribute("data-hidden")).toBe(true);
});

test("Tab comes to the current one alone", () => {
  const piece = madePiece(`card:${id("a")}`);
  dressPiece(piece, { ...NONE, current: true });
  expect(piece.tabIndex).toBe(0);
  dressPiece(piece, { ...NONE, chosen: true });
  expect([piece.tabIndex, piece.hasAttribute("data-chosen")]).toEqual([-1, true]);
  setPiece(piece, { x: 1, y: 2, width: 200, height: 68 });
  expect([piece.style.left, piece.style.top]).toEqual(["1px", "2px"]);
});
