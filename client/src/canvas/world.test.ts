import { expect, test } from "vitest";
import { aBoard, aFrame } from "../../testing/board.ts";
import { aCard, aGroup, aPhase, id, show } from "../../testing/workshop.ts";
import { held } from "./holding.ts";
import { hold, letGo, pending } from "./pending.ts";
import { rectOf, world } from "./world.ts";

const key = (letter: string) => `card:${id(letter)}`;

test("a point of the page is a point of the board, and the other way", () => {
  show({ cards: [aCard("a")] });
  const on = aBoard();
  on.look({ x: 60, y: 50, scale: 0.5 });
  expect(on.toBoard(10, 20)).toEqual({ x: 80, y: 90 });
  expect(on.toScreen(80, 90)).toEqual({ x: 10, y: 20 });
  on.close();
  expect(world.value).toBeNull();
});

test("what is dragged is where the hand is, for whoever asks", () => {
  show({ cards: [aCard("a")] });
  const on = aBoard();
  hold([[key("a"), { x: 3000, y: 40 }]]);
  expect(on.rect(key("a"))).toMatchObject({ x: 3000, y: 40 });
  expect(on.near({ x: 2990, y: 0, width: 50, height: 99 })).toContain(key("a"));
  expect(rectOf(on, [key("a")])?.x).toBe(3000);
  letGo(pending.value);
  on.close();
});

test("the topmost thing at a point is the card, not the group under it", () => {
  show({ cards: [aCard("a", { group: id("9") })], groups: [aGroup("9")] });
  const on = aBoard();
  const card = on.rect(key("a"));
  expect(on.at((card?.x ?? 0) + 5, (card?.y ?? 0) + 5)).toBe(key("a"));
  expect(on.at((card?.x ?? 0) + 5, (card?.y ?? 0) - 20)).toBe(`group:${id("9")}`);
  expect(on.at(-9000, 0)).toBe("");
  on.close();
});

test("one frame is drawn however much has changed, and says whether things have", async () => {
  show({ cards: [aCard("a")] });
  const on = aBoard();
  await aFrame();
  const told: boolean[] = [];
  on.onFrame((frame) => told.push(frame.changed));
  await aFrame();
  for (const x of [1, 2, 3]) on.look({ x, y: 0, scale: 1 });
  await aFrame();
  expect(told).toEqual([true, false]);
  on.close();
});

const steps = (run: string) => ({
  head: { phases: [aPhase({ cards: ["fact"] }), aPhase({ cards: ["benefit"] })] },
  run: { id: id(run), phase: run === "3" ? 0 : 1 },
});

test("a new step is looked at where it works; within a step the board stays where this hand left it", () => {
  show(steps("3"));
  const on = aBoard();
  on.look({ x: 100, y: 20, scale: 1 });
  on.close();
  const again = aBoard();
  expect(again.camera()).toMatchObject({ x: 0, y: 0 });
  show(steps("4"));
  const there = again.rect("area:benefit");
  expect(again.camera().x + 500).toBe((there?.x ?? 0) + (there?.width ?? 0) / 2);
  held.value = new Set([key("a")]);
  const before = again.camera();
  show(steps("3"));
  expect(again.camera()).toBe(before);
  held.value = new Set();
  again.close();
});

test("all is shown beside the bars that lie over the board, and not behind them", () => {
  show(steps("3"));
  const on = aBoard();
  const foot = document.createElement("p");
  foot.className = "canvas-foot";
  Object.defineProperty(foot, "offsetHeight", { value: 200 });
  on.box.parentElement?.append(foot);
  on.show({ x: 0, y: 0, width: 100, height: 1000 });
  expect(on.toScreen(0, 1000).y).toBeLessThanOrEqual(400);
  on.look({ x: 0, y: 0, scale: 1 });
  on.show({ x: 0, y: 420, width: 100, height: 100 }, "near");
  expect(on.toScreen(0, 520).y).toBeLessThanOrEqual(400);
  foot.remove();
  on.close();
});
