import { expect, test } from "vitest";
import { aCard, aGroup, id, show } from "../../../testing/workshop.ts";
import { layoutOf } from "../../canvas/layout.ts";
import type { SpotEntry } from "../../protocol.gen.ts";
import { cardOf, entries } from "../../workshop.ts";
import { listOf, type Put, putsFor } from "./slots.ts";

const LETTERS = ["a", "b", "c", "d", "e"];
const spot = (letter: string, x: number, y: number): SpotEntry => ({
  ...{ id: id(letter), placed: true, x, y, version: 1 },
  ...({ colour: "", colour_version: 0, locked: false, lock_version: 0 } as const),
});

function board(spots: readonly SpotEntry[] = [], group = "", letters = LETTERS): void {
  show({
    cards: letters.map((letter) => aCard(letter, { group })),
    groups: group ? [aGroup("f")] : [],
    more: Object.fromEntries(spots.map((one) => [`spot:${one.id}`, one])),
  });
}

/** The board after these were put there, as everybody would see it. */
function after(puts: readonly Put[]): void {
  const next = new Map(entries.value);
  for (const put of puts) next.set(`spot:${put.what.slice(5)}`, spot(put.what[5] as string, put.x, put.y));
  entries.value = next;
}

const card = (letter: string) => {
  const found = cardOf(entries.value, id(letter));
  if (found === null) throw new Error(letter);
  return found;
};
const read = () =>
  listOf(entries.value, card("a"))
    .map((one) => one.id[0])
    .join("");

test.each([
  ["c", 0, "cabde"],
  ["a", 4, "bcdea"],
  ["e", 2, "abecd"],
  ["b", 1, "abcde"],
])("where nobody has placed anything, %s is read as number %i", (letter, at, order) => {
  board();
  after(putsFor(entries.value, card(letter), at));
  expect(read()).toBe(order);
});

test("a card that stands there already is not moved", () => {
  board();
  expect(putsFor(entries.value, card("b"), 1)).toEqual([]);
});

test("between cards that somebody placed with room beside them only the one card moves", () => {
  board([spot("a", 0, 76), spot("b", 0, 400), spot("c", 0, 800), spot("d", 0, 1200), spot("e", 0, 1600)]);
  const puts = putsFor(entries.value, card("e"), 1);
  expect(puts).toHaveLength(1);
  after(puts);
  expect(read()).toBe("aebcd");
});

test("within a group the order changes too, and the others stay in it", () => {
  board([], id("f"));
  after(putsFor(entries.value, card("d"), 0));
  expect(read()).toBe("dabce");
  const frame = layoutOf(entries.value).rects.get(`group:${id("f")}`);
  expect(frame).toBeTruthy();
});

test("no two cards lie on each other when they were put in rows", () => {
  board();
  after(putsFor(entries.value, card("e"), 0));
  const places = LETTERS.map((letter) => layoutOf(entries.value).rects.get(`card:${id(letter)}`));
  expect(new Set(places.map((one) => `${one?.x} ${one?.y}`)).size).toBe(LETTERS.length);
});

test("any card can be brought to any place, whatever was placed before", () => {
  const spots = [spot("b", 300, 100), spot("d", 40, 90), spot("a", 300, 104)];
  for (const letter of LETTERS)
    for (let at = 0; at < LETTERS.length; at += 1) {
      board(spots);
      const wanted = [...read()].filter((one) => one !== letter);
      wanted.splice(at, 0, letter);
      after(putsFor(entries.value, card(letter), at));
      expect(read()).toBe(wanted.join(""));
    }
});
