import { expect, test } from "vitest";
import { aCard, id, show } from "../../testing/workshop.ts";
import type { SpotEntry } from "../protocol.gen.ts";
import { cards, entries } from "../workshop.ts";
import { directionOf, inReadingOrder, spotOf } from "./order.ts";

function at(letter: string, x: number, y: number, placed = true): Readonly<Record<string, SpotEntry>> {
  const spot = { colour: "", colour_version: 0, locked: false, lock_version: 0 } as const;
  return { [`spot:${id(letter)}`]: { id: id(letter), placed, x, y, version: 1, ...spot } };
}

const letters = () => inReadingOrder(entries.value, cards.value).map((card) => card.id[0]);

test("what nobody placed stands in the order of its ids", () => {
  show({ cards: [aCard("c"), aCard("a")] });
  expect(letters()).toEqual(["a", "c"]);
  expect(spotOf(entries.value, id("a"))).toBeNull();
});

test("placed things are read row by row, then across, and before the others", () => {
  const more = { ...at("d", 500, 12), ...at("c", 0, 30), ...at("b", 0, 300), ...at("e", 9, 9, false) };
  show({ cards: ["a", "b", "c", "d", "e"].map((letter) => aCard(letter)), more });
  expect(letters()).toEqual(["c", "d", "b", "a", "e"]);
});

test("where the workshop speaks a language that is read from the right, rows are too", () => {
  show({
    cards: [aCard("a"), aCard("c")],
    head: { language: "ar" },
    more: { ...at("a", 0, 0), ...at("c", 300, 0) },
  });
  expect(directionOf(entries.value)).toBe(-1);
  expect(letters()).toEqual(["c", "a"]);
});
