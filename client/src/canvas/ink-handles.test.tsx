import { expect, test } from "vitest";
import { anItem, showDrawn } from "../../testing/items.ts";
import { aWorld } from "../../testing/world.ts";
import { growth, handlesOf } from "./ink-handles.tsx";

test("a box has a handle at its corner, a line one at each end", () => {
  const line = anItem("b", { kind: "line", points: [0, 0, 30, 40] });
  showDrawn([anItem("a"), line]);
  expect([...handlesOf(aWorld(), anItem("a"))]).toEqual([["corner", [100, 50]]]);
  expect([...handlesOf(aWorld(), line).keys()]).toEqual(["start", "end"]);
});

test("a corner that is dragged past the other leaves the least that can be seen", () => {
  expect(growth({ x: 0, y: 0, width: 48, height: 48 }, 96, -500)).toEqual([2, 0.5]);
});
