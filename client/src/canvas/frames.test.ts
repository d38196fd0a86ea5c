import { expect, test } from "vitest";
import { aCard, aGroup } from "../../testing/workshop.ts";
import { frameOf } from "./frames.ts";

const some = (letters: string) => [...letters].map((letter) => aCard(letter));

test("a frame grows squarely: one, two, then three cards beside each other", () => {
  const widths = ["a", "ab", "abcd", "abcde"].map((letters) => frameOf(aGroup("9"), some(letters), 1).width);
  expect(widths).toEqual([224, 436, 436, 648]);
});

test("an empty group has room to drop a card into", () => {
  expect(frameOf(aGroup("9"), [], 1).height).toBeGreaterThan(100);
});

test("cards stand in rows, the tallest says how high a row is, and a long name pushes them down", () => {
  const tall = aCard("a", { text: "long words ".repeat(20) });
  const frame = frameOf(aGroup("9"), [tall, ...some("bc")], 1);
  const [first, second, third] = frame.cards;
  expect([first?.y, second?.y]).toEqual([44, 44]);
  expect(third?.y).toBe(44 + (first?.height ?? 0) + 12);
  const named = frameOf(aGroup("9", { name: "What the neighbours around the harbour wish for most" }), [tall], 1);
  expect(named.cards[0]?.y).toBe(84);
});

test("where the board is read from the right, the first card stands on the right", () => {
  const frame = frameOf(aGroup("9"), some("ab"), -1);
  expect(frame.cards.map((card) => card.x)).toEqual([224, 12]);
});
