import { expect, test } from "vitest";
import { anItem, aSpot, showDrawn } from "../../testing/items.ts";
import { aCard, id } from "../../testing/workshop.ts";
import { entries } from "../workshop.ts";
import { briefly, itemSaid } from "./ink-words.ts";

test("an arrow says what it ties together, and its colour as word and pattern", () => {
  const arrow = anItem("c", { kind: "arrow", start: `card:${id("a")}`, end: `card:${id("b")}` });
  const spot = { [`spot:${id("c")}`]: aSpot("c", { colour: "blue", locked: true }) };
  showDrawn([arrow], { cards: [aCard("a"), aCard("b")], more: spot });
  expect(itemSaid(entries.value, arrow)).toBe(
    "Arrow from “Idea a” to “Idea b”. Colour: Blue, long dashes. Kept as it is.",
  );
});

test("long words are cut for a sentence that names them", () => {
  expect(briefly("x".repeat(60))).toBe(`${"x".repeat(40)}…`);
});
