import { afterEach, beforeEach, expect, test } from "vitest";
import { aBoard, aSpot } from "../../testing/board.ts";
import type { TestLine } from "../../testing/line.ts";
import { freshDevice } from "../../testing/page.ts";
import { aCard, aGroup, id, show } from "../../testing/workshop.ts";
import { aim, carryBy, carryOn, dropBack, groupUnder, lift, putDown } from "./carry.ts";
import { choose } from "./chosen.ts";
import { held, over } from "./holding.ts";
import { sentence } from "./moves.ts";
import type { World } from "./world.ts";

const key = (letter: string) => `card:${id(letter)}`;
const SORTING = { phase: { cards: ["theme"], authorship: "none" }, run: { stage: "live" } } as const;
let line: TestLine;
let on: World;

beforeEach(() => {
  line = freshDevice();
  show({ ...SORTING, cards: [aCard("a"), aCard("c", { group: id("9") })], groups: [aGroup("9")] });
  on = aBoard();
  choose([]);
});
afterEach(() => {
  dropBack();
  on.close();
});

test("what is held is where the hand is, and back where it lay when it is let go", () => {
  const before = on.rect(key("a"));
  expect(lift(on, key("a"))).toBe(true);
  carryBy(30, 40);
  carryOn(0, 10);
  expect(on.rect(key("a"))).toMatchObject({ x: (before?.x ?? 0) + 30, y: (before?.y ?? 0) + 50 });
  dropBack();
  expect(on.rect(key("a"))).toEqual(before);
  expect(line.asked).toEqual([]);
});

test("put down on a group it goes into it; elsewhere it lies there", async () => {
  const frame = on.rect(`group:${id("9")}`);
  lift(on, key("a"));
  carryBy(5, 5);
  aim(on, { x: (frame?.x ?? 0) + 9, y: (frame?.y ?? 0) + 9 });
  expect(over.value).toBe(`group:${id("9")}`);
  await putDown();
  expect(line.all("MoveCard").map((one) => one.fields)).toMatchObject([{ group: id("9") }]);
  lift(on, key("c"));
  carryBy(3000, 0);
  aim(on);
  await putDown();
  expect(line.all("Place")).toHaveLength(1);
  expect(held.value.size).toBe(0);
});

test("a group takes its cards along, and does not drop into itself", () => {
  const before = on.rect(key("c"));
  lift(on, `group:${id("9")}`);
  carryBy(100, 0);
  expect(on.rect(key("c"))?.x).toBe((before?.x ?? 0) + 100);
  expect(groupUnder(on, before?.x ?? 0, before?.y ?? 0)).toBe("");
});

test("what is locked, or not to be moved now, stays, and a sentence says why", () => {
  show({ ...SORTING, cards: [aCard("a")], more: aSpot("a", { locked: true }) });
  expect(lift(on, key("a"))).toBe(false);
  expect(sentence.value).toContain("locked");
  show({ run: { stage: "write" }, cards: [aCard("a")] });
  expect(lift(on, key("a"))).toBe(false);
  expect(sentence.value).toContain("for looking");
  show({ run: { stage: "read" }, cards: [aCard("a", { group: id("9") })], groups: [aGroup("9")] });
  expect(lift(on, key("a"))).toBe(false);
  expect(sentence.value).toContain("stays in its group");
});
