import { expect, test } from "vitest";
import { type InkPoint, middleOf, outlineOf, strokeOf, thinned } from "./strokes.ts";

const at = (x: number, y: number, pressure = 50): InkPoint => ({ x, y, pressure });

test("a straight line needs its two ends only", () => {
  const line = Array.from({ length: 100 }, (_, x) => at(x, 2 * x));
  expect(thinned(line, 0.7)).toEqual([at(0, 0), at(99, 198)]);
});

test("a corner stays", () => {
  expect(thinned([at(0, 0), at(50, 0), at(50, 50)], 0.7).length).toBe(3);
});

test("a stroke lies at its corner, in whole numbers, with its pressure", () => {
  const stroke = strokeOf([at(10.4, 20.6, 25), at(30, 5, 100)]);
  expect(stroke).toEqual({ rect: { x: 10, y: 5, width: 20, height: 16 }, points: [0, 16, 25, 20, 0, 100] });
});

test("a scribble of five thousand points is sent with fifteen hundred numbers at most, and keeps its size", () => {
  const wild = Array.from({ length: 5000 }, (_, i) => at(200 * Math.sin(i * 1.7), 200 * Math.cos(i * 2.3)));
  const stroke = strokeOf(wild);
  expect(stroke?.points.length).toBeLessThanOrEqual(1500);
  expect(stroke?.rect.width).toBeGreaterThan(380);
});

test("a dot is a stroke too, and has an outline", () => {
  const dot = strokeOf([at(7, 7)]);
  expect(dot?.points).toEqual([0, 0, 50]);
  expect(outlineOf("pen", dot?.points ?? [])).toMatch(/^M.*Z$/);
});

test("nothing drawn is no stroke", () => {
  expect(strokeOf([])).toBeNull();
});

test("whoever presses harder draws wider", () => {
  const wide = (pressure: number) => {
    const points = Array.from({ length: 20 }, (_, i) => [i * 10, i % 2, pressure]).flat();
    const ys = [...outlineOf("pen", points).matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map((found) => Number(found[1]));
    return Math.max(...ys) - Math.min(...ys);
  };
  expect(wide(95)).toBeGreaterThan(wide(10));
});

test("the middle of a stroke goes through its points", () => {
  expect(middleOf([0, 0, 50, 10, 5, 50])).toBe("M0 0L10 5");
});
