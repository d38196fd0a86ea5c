import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aBoard } from "../../testing/board.ts";
import type { TestLine } from "../../testing/line.ts";
import { freshDevice } from "../../testing/page.ts";
import { aCard, id, show } from "../../testing/workshop.ts";
import { choose as chooseSetting } from "../own/settings.ts";
import { choose, chosen, current } from "./chosen.ts";
import { held } from "./holding.ts";
import { hearKey, here } from "./keys.ts";
import type { World } from "./world.ts";

const key = (letter: string) => `card:${id(letter)}`;
const asked = { open: vi.fn(), find: vi.fn() };
let line: TestLine;
let on: World;
const press = (name: string, some: KeyboardEventInit = {}) =>
  hearKey(on, new KeyboardEvent("keydown", { key: name, ...some }), asked);

beforeEach(() => {
  line = freshDevice();
  show({ run: { stage: "read" }, cards: [..."abcd"].map((one) => aCard(one)) });
  on = aBoard();
  choose([]);
  current.value = "";
});
afterEach(() => {
  press("Escape");
  chooseSetting("keys", "on");
  on.close();
});

test("the keys begin at the first thing that is seen, and go where the arrows point", () => {
  expect(here(on)).toBe(key("a"));
  press("ArrowRight");
  expect(current.value).toBe(key("b"));
  press("End");
  expect(current.value).toBe(key("d"));
  press("PageUp");
  expect(current.value).toBe(key("c"));
});

test("M picks up, arrows move, Enter puts down, Escape puts back", async () => {
  press("m");
  press("ArrowDown");
  press("ArrowRight", { shiftKey: true });
  const there = on.rect(key("a"));
  press("Enter");
  await Promise.resolve();
  expect(line.all("Place").map((one) => one.fields)).toMatchObject([{ x: there?.x, y: there?.y }]);
  press("m");
  press("ArrowUp");
  press("Escape");
  expect(held.value.size).toBe(0);
  expect(line.all("Place")).toHaveLength(1);
});

test("Enter opens what can be done, Space chooses, Escape chooses nothing, F finds", () => {
  press("Enter");
  expect(asked.open).toHaveBeenCalledWith(key("a"));
  press(" ");
  expect(chosen.value.has(key("a"))).toBe(true);
  press("Escape");
  expect(chosen.value.size).toBe(0);
  press("f");
  expect(asked.find).toHaveBeenCalled();
});

test("single letters can be switched off; Tab and the browser's own keys are left alone", () => {
  chooseSetting("keys", "off");
  expect(press("m")).toBe(false);
  expect(held.value.size).toBe(0);
  expect([press("Tab"), press("a", { ctrlKey: true })]).toEqual([false, false]);
});
