import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aBoard, aPointer } from "../../testing/board.ts";
import { aCard, show } from "../../testing/workshop.ts";
import { type Hand, hearGestures } from "./gestures.ts";
import type { Tool, World } from "./world.ts";

let on: World;
let stop: () => void;
const hand = { down: vi.fn(), move: vi.fn(), up: vi.fn(), cancel: vi.fn() } satisfies Hand;

beforeEach(() => {
  for (const one of Object.values(hand)) one.mockClear();
  show({ cards: [aCard("a")] });
  on = aBoard();
  stop = hearGestures(on, hand);
});
afterEach(() => {
  stop();
  on.close();
});

const send = (type: string, x: number, y: number, some: PointerEventInit = {}) =>
  on.box.dispatchEvent(aPointer(type, x, y, some));

test("two fingers pinch about what lies between them, and what one had begun is called off", () => {
  const [one, two] = [1, 2].map((pointerId) => ({ pointerId, pointerType: "touch" }));
  send("pointerdown", 100, 100, one);
  send("pointerdown", 200, 100, two);
  expect(hand.cancel).toHaveBeenCalledOnce();
  send("pointermove", 300, 100, two);
  expect(on.camera().scale).toBe(2);
  send("pointerup", 300, 100, two);
  send("pointermove", 90, 90, one);
  expect(hand.move).not.toHaveBeenCalled();
});

test("the wheel moves, and zooms with control", () => {
  const wheel = (some: WheelEventInit) => {
    const event = new WheelEvent("wheel", { cancelable: true, ...some });
    // The page of these tests knows no keys beside a wheel.
    for (const [name, value] of Object.entries(some)) Object.defineProperty(event, name, { value });
    on.box.dispatchEvent(event);
  };
  wheel({ deltaX: 5, deltaY: 10 });
  expect(on.camera()).toMatchObject({ x: 5, y: 10, scale: 1 });
  wheel({ deltaY: -50, ctrlKey: true });
  expect(on.camera().scale).toBeGreaterThan(1);
});

test("a chosen tool hears the pointer first; what it does not take is the hand's", () => {
  const tool = { down: vi.fn(() => true), move: vi.fn(), up: vi.fn(), cancel: vi.fn() };
  on.tool.value = { name: "pen", cursor: "crosshair", ...tool } as Tool;
  send("pointerdown", 10, 10);
  send("pointermove", 20, 20);
  send("pointerup", 20, 20);
  expect([tool.move.mock.calls.length, hand.down.mock.calls.length]).toEqual([1, 0]);
  tool.down.mockReturnValue(false);
  send("pointerdown", 10, 10);
  expect(hand.down).toHaveBeenCalledOnce();
});
