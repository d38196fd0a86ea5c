import { expect, test } from "vitest";
import { aroundEnds, edgeOf, endsOf, headPath, lineOf, linePath } from "./arrows.ts";

const A = { x: 0, y: 0, width: 200, height: 100 };
const B = { x: 400, y: 0, width: 200, height: 100 };
const rects = new Map([
  ["card:a", A],
  ["card:b", B],
]);
const rectOf = (key: string) => rects.get(key);
const free = { points: [0, 0, 30, 40], start: "", end: "" };

test("an end that is tied to nothing stays where it was drawn", () => {
  expect(endsOf(free, { x: 5, y: 6 }, rectOf)).toEqual({ x1: 5, y1: 6, x2: 35, y2: 46 });
});

test("an arrow between two cards goes from edge to edge, with air between", () => {
  const tied = { ...free, start: "card:a", end: "card:b" };
  expect(endsOf(tied, { x: 0, y: 0 }, rectOf)).toEqual({ x1: 206, y1: 50, x2: 394, y2: 50 });
});

test("it follows a card that was moved", () => {
  const moved = (key: string) => (key === "card:b" ? { ...B, x: 0, y: 400 } : rectOf(key));
  const tied = { ...free, start: "card:a", end: "card:b" };
  expect(endsOf(tied, { x: 0, y: 0 }, moved)).toEqual({ x1: 100, y1: 106, x2: 100, y2: 394 });
});

test("what it was tied to and is gone leaves the end where it was drawn", () => {
  expect(endsOf({ ...free, end: "card:z" }, { x: 0, y: 0 }, rectOf)).toEqual({ x1: 0, y1: 0, x2: 30, y2: 40 });
});

test("things that lie upon each other give a line that is no number's fault", () => {
  expect(edgeOf(A, [100, 50])).toEqual([100, -6]);
  expect(edgeOf(A, [101, 50])).toEqual([101, 50]);
});

test("a line keeps its direction whichever way it was drawn", () => {
  expect(lineOf([50, 60], [10, 20])).toEqual({
    rect: { x: 10, y: 20, width: 40, height: 40 },
    points: [40, 40, 0, 0],
  });
});

test("an arrow has a head at its end, a line none", () => {
  const ends = { x1: 0, y1: 0, x2: 100, y2: 0 };
  expect(linePath(ends, false)).toBe("M0 0L100 0");
  expect(linePath(ends, true)).toBe(`M0 0L100 0${headPath(ends)}`);
  expect(headPath(ends)).toBe("M87 -6L100 0L87 6");
});

test("the rectangle around a line is that of its two ends", () => {
  expect(aroundEnds({ x1: 50, y1: 60, x2: 10, y2: 20 })).toEqual({ x: 10, y: 20, width: 40, height: 40 });
});
