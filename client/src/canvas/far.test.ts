import { expect, test } from "vitest";
import { aBoard, aFrame } from "../../testing/board.ts";
import { aCard, show } from "../../testing/workshop.ts";
import { drawFar } from "./far.ts";

test("the picture of blocks is there from far away only, and hides nothing from those who do not see", async () => {
  show({ cards: [aCard("a")] });
  const on = aBoard();
  const stop = drawFar(on);
  const picture = on.box.querySelector("canvas");
  await aFrame();
  expect(picture?.hidden).toBe(true);
  on.look({ x: 0, y: 0, scale: 0.2 });
  await aFrame();
  expect(picture?.hidden).toBe(false);
  stop();
  expect(on.box.querySelector("canvas")).toBeNull();
  on.close();
});
