import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aBoard, aPointer } from "../../testing/board.ts";
import type { TestLine } from "../../testing/line.ts";
import { freshDevice } from "../../testing/page.ts";
import { aCard, id, show } from "../../testing/workshop.ts";
import { choose, chosen } from "./chosen.ts";
import { handOf, lasso } from "./hand.ts";
import { held } from "./holding.ts";
import type { World } from "./world.ts";

const key = (letter: string) => `card:${id(letter)}`;
let line: TestLine;
let on: World;

beforeEach(() => {
  line = freshDevice();
  show({ run: { stage: "read" }, cards: [aCard("a"), aCard("c")] });
  on = aBoard();
  choose([]);
});
afterEach(() => on.close());

/** The middle of a card, on the page. */
function middle(letter: string): readonly [number, number] {
  const { x, y } = on.toScreen(on.rect(key(letter))?.x ?? 0, on.rect(key(letter))?.y ?? 0);
  return [x + 50, y + 30];
}

test("a tap chooses, with shift one more, and a tap on nothing chooses nothing", () => {
  const hand = handOf(on, () => {});
  const tap = (x: number, y: number, some = {}) => {
    hand.down(aPointer("pointerdown", x, y, some));
    hand.up(aPointer("pointerup", x, y, some));
  };
  tap(...middle("a"));
  tap(...middle("c"), { shiftKey: true });
  expect([...chosen.value]).toEqual([key("a"), key("c")]);
  tap(950, 590);
  expect(chosen.value.size).toBe(0);
});

test("a second tap soon after opens what can be done", () => {
  const open = vi.fn();
  const hand = handOf(on, open);
  for (const type of ["down", "up", "down", "up"] as const) hand[type](aPointer(`pointer${type}`, ...middle("a")));
  expect(open).toHaveBeenCalledWith(key("a"));
});

test("a drag moves a card, beside it the board", () => {
  const hand = handOf(on, () => {});
  const [x, y] = middle("a");
  hand.down(aPointer("pointerdown", x, y));
  hand.move(aPointer("pointermove", x + 50, y + 90));
  expect(held.value.has(key("a"))).toBe(true);
  hand.up(aPointer("pointerup", x + 50, y + 90));
  expect(line.all("Place")).toHaveLength(1);
  const before = on.camera();
  hand.down(aPointer("pointerdown", 900, 560));
  hand.move(aPointer("pointermove", 880, 540));
  expect(on.camera().x).toBeGreaterThan(before.x);
  hand.up(aPointer("pointerup", 880, 540));
});

test("a finger moves the board, and after a long press the card", () => {
  vi.useFakeTimers();
  const hand = handOf(on, () => {});
  const finger = { pointerType: "touch" };
  hand.down(aPointer("pointerdown", ...middle("a"), finger));
  vi.advanceTimersByTime(500);
  expect(held.value.has(key("a"))).toBe(true);
  hand.cancel();
  expect(held.value.size).toBe(0);
  vi.useRealTimers();
  expect(line.asked).toEqual([]);
});

test("with shift a box is drawn, and what it touches is chosen", () => {
  const hand = handOf(on, () => {});
  hand.down(aPointer("pointerdown", 990, 590, { shiftKey: true }));
  hand.move(aPointer("pointermove", 2, 2, { shiftKey: true }));
  expect(lasso.value?.width).toBe(988);
  hand.up(aPointer("pointerup", 2, 2, { shiftKey: true }));
  expect(chosen.value.size).toBe(2);
  expect(lasso.value).toBeNull();
});

test("a finger that rests on a card chooses it, and further taps choose more; dragged together they go together", () => {
  vi.useFakeTimers();
  const open = vi.fn();
  const hand = handOf(on, open);
  const finger = { pointerType: "touch" };
  const press = (letter: string, ms: number, by = 0) => {
    const [x, y] = middle(letter);
    hand.down(aPointer("pointerdown", x, y, finger));
    vi.advanceTimersByTime(ms);
    if (by) hand.move(aPointer("pointermove", x + by, y + by, finger));
    hand.up(aPointer("pointerup", x + by, y + by, finger));
  };
  press("a", 500);
  expect([[...chosen.value], held.value.size, line.asked]).toEqual([[key("a")], 0, []]);
  press("c", 50);
  press("a", 50);
  press("a", 50);
  expect([...chosen.value].sort()).toEqual([key("a"), key("c")]);
  expect(open).not.toHaveBeenCalled();
  press("c", 500, 60);
  expect(line.all("Place")).toHaveLength(2);
  vi.useRealTimers();
});
