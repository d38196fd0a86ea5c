import { expect, test } from "vitest";
import { aCard, id, show } from "../../testing/workshop.ts";
import { ahead } from "../own/ahead.ts";
import { entries } from "../workshop.ts";
import { layout, shown } from "./shown.ts";

test("what was done here is shown before it is answered, and is no part of the view", () => {
  show({ cards: [aCard("a")] });
  expect(shown.value).toBe(entries.value);
  const spot = { id: id("a"), placed: true, x: 900, y: 40, version: 1 };
  ahead.value = new Map<string, object | null>([[`spot:${id("a")}`, spot]]);
  expect(layout.value.rects.get(`card:${id("a")}`)).toMatchObject({ x: 900, y: 40 });
  expect(entries.value.has(`spot:${id("a")}`)).toBe(false);
  ahead.value = new Map([[`card:${id("a")}`, null]]);
  expect(layout.value.order).toEqual([]);
  ahead.value = new Map();
});
