import { expect, test } from "vitest";
import { aCard, aGroup, id, show } from "../../testing/workshop.ts";
import { entries } from "../workshop.ts";
import { layoutOf } from "./layout.ts";
import { neighbour } from "./neighbour.ts";

const card = (letter: string) => `card:${id(letter)}`;
const next = (from: string, way: "left" | "right" | "up" | "down") => neighbour(layoutOf(entries.value), from, way);

test("arrows go to what lies that way", () => {
  show({ cards: [..."abcde"].map((one) => aCard(one)) });
  expect(next(card("a"), "right")).toBe(card("b"));
  expect(next(card("b"), "down")).toBe(card("e"));
  expect(next(card("d"), "up")).toBe(card("a"));
  expect(next(card("a"), "left")).toBe("");
});

test("a group is met at its name, and from there one goes down into it", () => {
  show({ cards: [aCard("a", { group: id("9") })], groups: [aGroup("9")] });
  expect(next(card("a"), "up")).toBe(`group:${id("9")}`);
  expect(next(`group:${id("9")}`, "down")).toBe(card("a"));
});

test("from nowhere one comes to the first", () => {
  show({ cards: [aCard("a"), aCard("c")] });
  expect(next("", "down")).toBe(card("a"));
});
