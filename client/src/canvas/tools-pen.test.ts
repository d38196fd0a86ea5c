import { expect, test } from "vitest";
import { anItem, showDrawn } from "../../testing/items.ts";
import { drawn, freshDevice } from "../../testing/page.ts";
import { anEvent, at, aWorld } from "../../testing/world.ts";
import { eraserOf, penOf } from "./tools-pen.ts";

test("a stroke is sent once the pen is lifted", async () => {
  const line = freshDevice();
  showDrawn();
  const pen = penOf(aWorld(), "pen");
  pen.down(at(10, 10), anEvent(10, 10));
  pen.move(at(40, 30), anEvent(40, 30));
  expect(line.asked).toEqual([]);
  pen.up(at(40, 30), anEvent(40, 30));
  await drawn();
  expect(line.asked[0]?.fields).toMatchObject({ kind: "pen", x: 10, y: 10, points: [0, 0, 50, 30, 20, 50] });
});

test("a second finger calls a stroke off", () => {
  const line = freshDevice();
  showDrawn();
  const pen = penOf(aWorld(), "marker");
  pen.down(at(10, 10), anEvent());
  pen.cancel();
  expect(line.asked).toEqual([]);
});

test("the rubber takes away the strokes it touched, and no boxes", async () => {
  const line = freshDevice();
  const stroke = anItem("a", { kind: "pen", points: [0, 0, 50, 100, 0, 50] });
  showDrawn([stroke, anItem("b")]);
  const rubber = eraserOf(aWorld());
  rubber.down(at(50, 1), anEvent());
  rubber.up(at(50, 1), anEvent());
  await drawn();
  expect(line.all("RemoveItem").map((one) => one.fields.id)).toEqual([stroke.id]);
});
