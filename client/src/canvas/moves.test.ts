import { beforeEach, expect, test } from "vitest";
import { aSpot } from "../../testing/board.ts";
import type { TestLine } from "../../testing/line.ts";
import { freshDevice } from "../../testing/page.ts";
import { aCard, aGroup, id, show } from "../../testing/workshop.ts";
import {
  aligned,
  isLocked,
  lock,
  makeGroup,
  paint,
  placedThings,
  putBack,
  putInto,
  putThere,
  sentence,
} from "./moves.ts";
import { layout } from "./shown.ts";

const key = (letter: string) => `card:${id(letter)}`;
let line: TestLine;
const asked = (command: string) => line.all(command).map((one) => one.fields);

beforeEach(() => {
  line = freshDevice();
  show({ cards: [aCard("a"), aCard("c", { group: id("9") })], groups: [aGroup("9")], run: { stage: "read" } });
});

test("a thing is shown at once where it was put, and the server is asked", async () => {
  const done = putThere([{ key: key("a"), x: 700.4, y: 10 }]);
  expect(layout.value.rects.get(key("a"))).toMatchObject({ x: 700, y: 10 });
  expect(await done).toBe(true);
  expect(sentence.value).toBe("Moved.");
  expect(asked("Place")).toMatchObject([{ what: key("a"), placed: true, x: 700, y: 10, version: 0 }]);
});

test("where the server says no, it is back where it was, and a quiet sentence says why", async () => {
  line.obliging = false;
  const before = layout.value.rects.get(key("a"));
  const done = putThere([{ key: key("a"), x: 700, y: 10 }]);
  for (const one of line.asked) one.answer({ status: "refused", code: "locked", say: "It is locked." });
  expect(await done).toBe(false);
  expect(layout.value.rects.get(key("a"))).toEqual(before);
  expect(sentence.value).toBe("It is back where it was. It is locked.");
});

test("who puts a card of a group elsewhere takes it out first", async () => {
  await putThere([{ key: key("c"), x: 5, y: 6 }]);
  expect(asked("MoveCard")).toMatchObject([{ id: id("c"), group: "" }]);
  expect(asked("Place")).toHaveLength(1);
});

test("cards go into a group, or into a new one", async () => {
  await putInto([key("a"), key("c")], id("9"));
  expect(asked("MoveCard")).toMatchObject([{ id: id("a"), group: id("9") }]);
  expect(sentence.value).toBe("Put into Group 9.");
  await makeGroup([key("a")], "");
  expect(asked("AddGroup")).toMatchObject([{ name: "Group 2" }]);
});

test("colours and locks are asked for with the version they replace", async () => {
  show({ cards: [aCard("a")], more: aSpot("a", { colour_version: 4, lock_version: 2, locked: true }) });
  await paint([key("a")], "blue", "Blue");
  expect(asked("Paint")).toMatchObject([{ what: key("a"), colour: "blue", version: 4 }]);
  expect(isLocked(key("a"))).toBe(true);
  await lock([key("a")], false);
  expect(asked("Lock")).toMatchObject([{ what: key("a"), locked: false, version: 2 }]);
});

test("what was placed can be put back in order; what lies in order is left alone", async () => {
  await putBack([key("a")]);
  expect(asked("Place")).toEqual([]);
  show({ cards: [aCard("a")], more: aSpot("a", { x: 900, y: 900 }) });
  expect(placedThings()).toEqual([key("a")]);
  await putBack(placedThings());
  expect(asked("Place")).toMatchObject([{ placed: false, x: 0, y: 0 }]);
});

test("things line up at one side or at the top, or spread out evenly", () => {
  const box = (x: number, y: number) => ({ x, y, width: 200, height: 68 });
  const things = [
    ["a", box(0, 0)],
    ["b", box(900, 30)],
    ["c", box(250, 90)],
  ] as const;
  expect(aligned(things, "start").map((one) => one.x)).toEqual([0, 0, 0]);
  expect(aligned(things, "top").map((one) => one.y)).toEqual([0, 0, 0]);
  expect(aligned(things, "spread").map((one) => [one.key, one.x])).toEqual([
    ["a", 0],
    ["c", 450],
    ["b", 900],
  ]);
});
