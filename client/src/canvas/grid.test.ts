import { expect, test } from "vitest";
import { gridOf } from "./grid.ts";

const box = (x: number, y: number, width = 200, height = 80) => ({ x, y, width, height });

test("what touches the rectangle is found, once, in the order in which it was put in", () => {
  const grid = gridOf([
    ["area", box(0, 0, 5000, 5000)],
    ["near", box(1000, 1000)],
    ["far", box(4000, 4000)],
  ]);
  expect(grid.near(box(900, 900, 400, 400))).toEqual(["area", "near"]);
  expect(grid.near(box(-9000, -9000, 20_000, 20_000))).toEqual(["area", "near", "far"]);
});

test("things left of and above the origin are found too", () => {
  expect(gridOf([["a", box(-700, -300)]]).near(box(-750, -350))).toEqual(["a"]);
});

test("a straight line has no height, and still is there", () => {
  expect(gridOf([["line", box(0, 10, 100, 0)]]).near(box(0, 0))).toEqual(["line"]);
});
