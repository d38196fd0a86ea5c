import { expect, test } from "vitest";
import { CARD_KIND } from "../protocol.gen.ts";
import { HAT_OF, hatName, hatNote, kindCount, kindName, kindNames, NOT_CARDS } from "./kinds.ts";

test("every kind has a name, a heading, a count and a hat", () => {
  for (const kind of CARD_KIND) {
    for (const word of [kindName(kind), kindNames(kind), kindCount(kind, 2), HAT_OF[kind]]) expect(word).toBeTruthy();
    expect(kindCount(kind, 1)).toContain("1");
  }
});

test("hats are called by what one does under them", () => {
  expect([hatName("green"), hatName("black")]).toEqual(["Ideas", "Cautions"]);
});

test("groups, decisions and actions are no cards", () => {
  expect(NOT_CARDS.has("decision")).toBe(true);
  expect(NOT_CARDS.has("idea")).toBe(false);
});

test("beside a step stands its way of thinking, but never the same word twice", () => {
  const notes = [
    { title: "What pulls you", hat: "red" },
    { title: "Ideas", hat: "green" },
    { title: "Tea", hat: "none" },
  ] as const;
  expect(notes.map(hatNote)).toEqual(["Feelings", "", ""]);
});
