import { expect, test } from "vitest";
import { around, holds, touch, widened } from "./boxes.ts";

const box = { x: 0, y: 0, width: 10, height: 10 };

test("boxes that share an edge only do not touch", () => {
  expect(touch(box, { ...box, x: 9 })).toBe(true);
  expect(touch(box, { ...box, x: 10 })).toBe(false);
});

test("a box holds its corner and not the point beyond it", () => {
  expect(holds(box, 0, 0)).toBe(true);
  expect(holds(box, 10, 5)).toBe(false);
});

test("around several is the smallest that has them all; around none is nothing", () => {
  expect(around([box, { x: -5, y: 20, width: 5, height: 5 }])).toEqual({ x: -5, y: 0, width: 15, height: 25 });
  expect(around([])).toBeNull();
  expect(widened(box, 2)).toEqual({ x: -2, y: -2, width: 14, height: 14 });
});
