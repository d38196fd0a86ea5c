import { beforeEach, expect, test } from "vitest";
import { anItem, aSpot, showDrawn } from "../../testing/items.ts";
import type { TestLine } from "../../testing/line.ts";
import { freshDevice } from "../../testing/page.ts";
import { aCard, id } from "../../testing/workshop.ts";
import { comesLoose } from "./loose.ts";
import { putThere } from "./moves.ts";
import { layout } from "./shown.ts";

const [A, C, ARROW] = [`card:${id("a")}`, `card:${id("c")}`, `item:${id("e")}`];
const arrow = anItem("e", { kind: "arrow", points: [0, 0, 10, 10], start: A, end: C, text: "leads to" });
const spots = {
  [`spot:${id("a")}`]: { ...aSpot("a", { x: 0, y: 0 }) },
  [`spot:${id("c")}`]: { ...aSpot("c", { x: 900, y: 600 }) },
};
let line: TestLine;
const asked = () => line.asked.map((one) => one.command);

beforeEach(() => {
  line = freshDevice();
  showDrawn([arrow], { cards: [aCard("a"), aCard("c")], more: spots });
});

test("an arrow between two cards that is dragged comes loose where it is put, and keeps its length and its way", async () => {
  const before = layout.peek().rects.get(ARROW);
  if (before === undefined) throw new Error("it lies nowhere");
  await putThere([{ key: ARROW, x: before.x + 40, y: before.y + 300 }]);
  expect(asked()).toEqual(["Place", "ChangeItem"]); // in this order nobody sees it jump
  const changed = line.all("ChangeItem")[0]?.fields;
  expect(changed).toMatchObject({ id: id("e"), start: "", end: "", text: "leads to" });
  expect(layout.peek().rects.get(ARROW)).toEqual({ ...before, x: before.x + 40, y: before.y + 300 });
});

test("it stays tied where one of its cards goes along, where one end is free, and where what held it is gone", () => {
  expect(comesLoose(arrow, new Set([ARROW]))).toBe(true);
  expect(comesLoose(arrow, new Set([ARROW, A]))).toBe(false);
  expect(comesLoose({ ...arrow, end: "" }, new Set([ARROW]))).toBe(false);
  expect(comesLoose({ ...arrow, end: `card:${id("9")}` }, new Set([ARROW]))).toBe(false);
});
