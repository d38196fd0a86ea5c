import { expect, test } from "vitest";
import { aCard, aGroup, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { boardOf, readingOrder } from "../board.ts";
import type { CardKind, ItemEntry, SpotEntry } from "../protocol.gen.ts";
import { entries } from "../workshop.ts";
import { touch } from "./boxes.ts";
import { AREA_WIDTH, layoutOf } from "./layout.ts";

function at(letter: string, x: number, y: number): Readonly<Record<string, SpotEntry>> {
  const spot = { colour: "", colour_version: 0, locked: false, lock_version: 0 } as const;
  return { [`spot:${id(letter)}`]: { id: id(letter), placed: true, x, y, version: 1, ...spot } };
}

const asks = (...kinds: CardKind[]) => ({ phases: kinds.map((kind) => aPhase({ cards: [kind] })) });
const rect = (key: string) => layoutOf(entries.value).rects.get(key);
const card = (letter: string) => rect(`card:${id(letter)}`);

test("there is a column for each kind that the agenda collects, also before anybody has written", () => {
  show({ head: asks("fact", "idea", "theme", "caution") });
  expect(layoutOf(entries.value).areas.map((area) => area.kind)).toEqual(["idea", "fact", "caution"]);
  expect(rect("area:idea")).toMatchObject({ x: 0, y: 0, width: AREA_WIDTH });
});

test("the groups' column comes before the first, and moves nothing", () => {
  show({ head: asks("idea", "theme"), cards: [aCard("a")] });
  const before = card("a");
  show({ head: asks("idea", "theme"), cards: [aCard("a")], groups: [aGroup("9")] });
  expect(layoutOf(entries.value).areas.map((area) => area.kind)).toEqual(["theme", "idea"]);
  expect(card("a")).toEqual(before);
  expect(rect("area:theme")?.x).toBeLessThan(0);
});

test("cards that nobody placed lie beside each other in their column and never on top of another", () => {
  show({ head: asks("idea"), cards: [..."abcdefg"].map((one) => aCard(one, { text: "some words ".repeat(9) })) });
  const boxes = [..."abcdefg"].map((one) => card(one));
  expect(boxes.slice(0, 3).map((box) => box?.y)).toEqual([76, 76, 76]);
  for (const one of boxes) for (const two of boxes) expect(one !== two && one && two && touch(one, two)).toBeFalsy();
});

test("a card lies where it was put, and leaves the others where they are", () => {
  show({ head: asks("idea"), cards: [..."abcd"].map((one) => aCard(one)) });
  const before = card("d");
  show({ head: asks("idea"), cards: [..."abcd"].map((one) => aCard(one)), more: at("b", 900, -40) });
  expect(card("b")).toMatchObject({ x: 900, y: -40 });
  expect(card("d")).toEqual(before);
});

test("a row that has been emptied closes up", () => {
  const cards = [..."abcd"].map((one) => aCard(one));
  const more = { ...at("a", 900, 0), ...at("b", 900, 90), ...at("c", 900, 180) };
  show({ head: asks("idea"), cards, more });
  expect(card("d")?.y).toBe(76);
});

test("the cards of a group lie in its frame, wherever the frame is, and whatever spot they had", () => {
  const more = { ...at("9", 2000, 300), ...at("a", 5, 5) };
  show({ cards: [aCard("a", { group: id("9") })], groups: [aGroup("9")], more });
  expect(rect(`group:${id("9")}`)).toMatchObject({ x: 2000, y: 300 });
  expect(card("a")).toMatchObject({ x: 2012, y: 344 });
});

test("frames stand beside each other as long as they fit", () => {
  const groups = [..."1234"].map((one) => aGroup(one));
  show({ head: asks("idea", "theme"), groups });
  const tops = [..."1234"].map((one) => rect(`group:${id(one)}`)?.y);
  expect(new Set(tops.slice(0, 2)).size).toBe(1);
  expect(tops[3]).toBeGreaterThan(tops[0] ?? 0);
});

test("what is read after what is the same on the canvas and in the list", () => {
  const cards = [aCard("a"), aCard("b", { group: id("9") }), aCard("c"), aCard("d", { kind: "fact" })];
  show({ head: asks("fact", "idea"), cards, groups: [aGroup("9"), aGroup("8")], more: at("c", 0, 0) });
  const { order } = layoutOf(entries.value);
  expect(order.filter((key) => key.startsWith("card:")).map((key) => key.slice(5))).toEqual(
    readingOrder(boardOf(entries.value)),
  );
  expect(order).toEqual([
    ...[`group:${id("9")}`, `card:${id("b")}`, `card:${id("c")}`, `card:${id("a")}`, `card:${id("d")}`],
    `group:${id("8")}`,
  ]);
});

test("a stroke is as large as its points, and lies where its spot is", () => {
  const item: ItemEntry = {
    ...{ id: id("7"), kind: "pen", width: 0, height: 0, start: "", end: "", text: "", file: "", version: 0 },
    points: [0, 0, 50, 30, -10, 50, 60, 40, 50],
  };
  show({ more: { [`item:${id("7")}`]: item, ...at("7", 100, 200) } });
  expect(rect(`item:${id("7")}`)).toEqual({ x: 100, y: 190, width: 60, height: 50 });
  expect(layoutOf(entries.value).order.at(-1)).toBe(`item:${id("7")}`);
});

test("a column grows with what was put beneath it", () => {
  show({ head: asks("idea"), cards: [aCard("a")], more: at("a", 100, 1500) });
  expect(rect("area:idea")?.height).toBeGreaterThan(1560);
});

test("E19: cards that were tucked away lie nowhere, and their column counts them", () => {
  const runs = [aRun({ id: id("7"), tucked: true })];
  show({ head: asks("idea"), cards: [aCard("a", { run: id("7") })], runs });
  expect(card("a")).toBeUndefined();
  expect(layoutOf(entries.value).areas[0]).toMatchObject({ count: 0, away: 1 });
});

test("where the workshop is read from the right, so are its columns and rows", () => {
  show({ head: { ...asks("idea", "fact"), language: "ar" }, cards: [aCard("a"), aCard("b")] });
  expect(rect("area:fact")?.x).toBeLessThan(0);
  expect(card("a")?.x).toBeGreaterThan(card("b")?.x ?? 0);
});

test("the same view is laid out once", () => {
  show({ cards: [aCard("a")] });
  expect(layoutOf(entries.value)).toBe(layoutOf(entries.value));
});
