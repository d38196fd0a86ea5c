import { expect, test } from "vitest";
import { aCard, aGroup, id, show } from "../../testing/workshop.ts";
import { entries } from "../workshop.ts";
import { matches } from "./finding.ts";

test("words are found in cards and groups, whatever their case and accents, in the order of reading", () => {
  const cards = [aCard("a", { text: "A quiet hour in the Café" }), aCard("c", { text: "Cafe table" }), aCard("d")];
  show({ cards, groups: [aGroup("9", { name: "At the café" })] });
  expect(matches(entries.value, "cafe")).toEqual([`card:${id("a")}`, `card:${id("c")}`, `group:${id("9")}`]);
});

test("all words have to be there, and no words find nothing", () => {
  show({ cards: [aCard("a", { text: "A quiet hour" })] });
  expect(matches(entries.value, "hour quiet")).toHaveLength(1);
  expect(matches(entries.value, "hour loud")).toEqual([]);
  expect(matches(entries.value, "  ")).toEqual([]);
});
