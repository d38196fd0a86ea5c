import { expect, test } from "vitest";
import { showDrawn } from "../../testing/items.ts";
import { drawn, freshDevice } from "../../testing/page.ts";
import { aCard, id } from "../../testing/workshop.ts";
import { anEvent, at, aWorld } from "../../testing/world.ts";
import { lineTool, shapeTool, textTool } from "./tools-shapes.ts";

test("a box is as large as it was drawn; a tap gives one of the usual size", async () => {
  const line = freshDevice();
  showDrawn();
  const box = shapeTool(aWorld(), "box", () => undefined);
  box.down(at(10, 10), anEvent());
  box.up(at(110, 60), anEvent());
  box.down(at(500, 500), anEvent());
  box.up(at(500, 500), anEvent());
  await drawn();
  expect(line.asked.map((one) => one.fields.width)).toEqual([100, 240]);
});

test("a line that was only tapped is none", async () => {
  const line = freshDevice();
  showDrawn();
  const pen = lineTool(aWorld(), "line", () => undefined);
  pen.down(at(10, 10), anEvent());
  pen.up(at(11, 10), anEvent());
  await drawn();
  expect(line.asked).toEqual([]);
});

test("an arrow within one card is tied to nothing", async () => {
  const line = freshDevice();
  showDrawn([], { cards: [aCard("a")] });
  const arrow = lineTool(aWorld(`card:${id("a")}`), "arrow", () => undefined);
  arrow.down(at(10, 10), anEvent());
  arrow.up(at(90, 10), anEvent());
  await drawn();
  expect(line.asked[0]?.fields).toMatchObject({ start: "", end: "", points: [0, 0, 80, 0] });
});

test("words are asked for where one taps", () => {
  const places: unknown[] = [];
  textTool((place) => places.push(place)).up(at(1.4, 2.6), anEvent());
  expect(places).toEqual([{ x: 1, y: 3 }]);
});
