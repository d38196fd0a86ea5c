import { expect, test } from "vitest";
import type { ItemEntry } from "../protocol.gen.ts";
import { between, scaled, shapePath, textSize } from "./shapes.ts";

const item = (some: Partial<ItemEntry>): ItemEntry => ({
  ...{ id: "a", kind: "box", width: 100, height: 50, points: [], start: "", end: "", text: "", file: "", version: 0 },
  ...some,
});

test("a shape fills its rectangle", () => {
  expect(shapePath("diamond", 100, 60)).toBe("M50 0L100 30L50 60L0 30Z");
  expect(shapePath("ellipse", 100, 60)).toBe("M0 30A50 30 0 1 1 100 30A50 30 0 1 1 0 30Z");
  expect(shapePath("box", 100, 60)).toContain("H90");
});

test("a rectangle can be drawn in any direction, and is never too small to be found again", () => {
  expect(between([50, 60], [10, 20])).toEqual({ x: 10, y: 20, width: 40, height: 40 });
  expect(between([5, 5], [6, 6])).toMatchObject({ width: 24, height: 24 });
});

test("a text is as high as its lines", () => {
  const short = textSize("Hello");
  const long = textSize("Hello ".repeat(40));
  expect(short.width).toBeLessThan(long.width);
  expect(long.height).toBeGreaterThan(short.height * 5);
  expect(textSize("one\ntwo").height).toBe(textSize("one").height + 24);
});

test("a stroke grows with its points and keeps its pressure", () => {
  const stroke = item({ kind: "pen", points: [0, 0, 40, 10, 20, 60], width: 10, height: 20 });
  expect(scaled(stroke, 2, 3)).toMatchObject({ points: [0, 0, 40, 20, 60, 60], width: 20, height: 60 });
});

test("a text only grows wider: its height is that of its lines", () => {
  const text = item({
    kind: "text",
    text: "Some words that take more than one line here",
    ...textSize("x".repeat(40)),
  });
  expect(scaled(text, 2, 1).height).toBeLessThan(textSize(text.text).height + 1);
});

test("nothing grows too small to be found again", () => {
  expect(scaled(item({}), 0.01, 0.01)).toMatchObject({ width: 24, height: 24 });
});
