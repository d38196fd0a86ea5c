import { expect, test } from "vitest";
import type { ItemEntry } from "../protocol.gen.ts";
import { touched } from "./shapes-touched.ts";

const item = (some: Partial<ItemEntry>): ItemEntry => ({
  ...{ id: "a", kind: "box", width: 100, height: 50, points: [], start: "", end: "", text: "", file: "", version: 0 },
  ...some,
});
const rect = { x: 100, y: 100, width: 100, height: 50 };

test("a stroke is touched at its ink and not in the corner of its rectangle", () => {
  const stroke = item({ kind: "pen", points: [0, 0, 50, 100, 50, 50] });
  expect(touched(stroke, rect, null, 150, 125, 4)).toBe(true);
  expect(touched(stroke, rect, null, 190, 105, 4)).toBe(false);
});

test("an arrow is touched where it stands now", () => {
  const arrow = item({ kind: "arrow", points: [0, 0, 1, 1] });
  const ends = { x1: 0, y1: 0, x2: 100, y2: 0 };
  expect(touched(arrow, rect, ends, 50, 3, 4)).toBe(true);
  expect(touched(arrow, rect, ends, 150, 125, 4)).toBe(false);
});

test("an empty box is its edge; one with words, and a text, are all of them", () => {
  expect(touched(item({}), rect, null, 150, 125, 4)).toBe(false);
  expect(touched(item({}), rect, null, 102, 125, 4)).toBe(true);
  expect(touched(item({ text: "Us" }), rect, null, 150, 125, 4)).toBe(true);
  expect(touched(item({ kind: "text", text: "Us" }), rect, null, 150, 125, 4)).toBe(true);
});
