import { expect, test, vi } from "vitest";
import type { Rect } from "./boxes.ts";
import { nearby } from "./near.ts";
import type { Frame } from "./world.ts";

const box = (x: number): Rect => ({ x, y: 10, width: 100, height: 50 });

/** A row of ten things, 110 apart, and a window of 300 by 200 that shows the first three of them. */
function aRow() {
  const there = new Map(Array.from({ length: 10 }, (_, at): [string, Rect] => [`card:${at}`, box(at * 110)]));
  const made = new Set<string>();
  const again = vi.fn();
  const near = vi.fn(({ x, width }: Rect) => [...there.keys()].filter((key) => touches(there.get(key), x, x + width)));
  const round = nearby(
    { near, again, rect: (key) => there.get(key) },
    (_, keys) => keys,
    (key) => made.has(key),
  );
  const frame = (x: number, some: Partial<Frame> = {}) => {
    const size = { width: 300, height: 200 };
    const now = round({
      camera: { x, y: 0, scale: 1 },
      size,
      seen: { x, y: 0, ...size },
      far: false,
      changed: false,
      ...some,
    });
    for (const key of now?.due ?? []) made.add(key);
    return now;
  };
  return { frame, made, again, near };
}

function touches(rect: Rect | undefined, from: number, to: number): boolean {
  return rect !== undefined && rect.x < to && rect.x + rect.width > from;
}

test("what is seen is there at once, and of what lies around one comes with each frame that it asks for", () => {
  const { frame, made, again } = aRow();
  frame(0);
  expect([...made].sort()).toEqual(["card:0", "card:1", "card:2", "card:3"]);
  expect(again).toHaveBeenCalledOnce(); // 240 beyond the edge reach as far as the fifth
  frame(0);
  expect([...made].sort()).toEqual(["card:0", "card:1", "card:2", "card:3", "card:4"]);
  expect(again).toHaveBeenCalledOnce();
});

test("what comes into sight while it waits is made at once, all of it", () => {
  const { frame, made } = aRow();
  frame(400, { size: { width: 10, height: 200 }, seen: { x: 400, y: 0, width: 10, height: 200 } });
  const before = made.size;
  frame(400, { seen: { x: 400, y: 0, width: 240, height: 200 } });
  expect(made.size).toBeGreaterThan(before + 1);
});

test("a camera that moves within what is there asks for nothing", () => {
  const { frame, near } = aRow();
  frame(0);
  frame(0);
  expect(frame(100)).toBeNull();
  expect(near).toHaveBeenCalledOnce();
  expect(frame(100, { changed: true })?.anew).toBe(true);
});
