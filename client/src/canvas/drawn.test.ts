import { expect, test } from "vitest";
import { aBoard, aFrame, aSpot } from "../../testing/board.ts";
import { aCard, id, show } from "../../testing/workshop.ts";
import { choose } from "./chosen.ts";
import { drawPieces } from "./drawn.ts";

const names = (on: { things: HTMLElement }) =>
  [...on.things.children].map((piece) => piece.getAttribute("aria-label")?.slice(6));

test("only what is near is there, in the order in which it is read", async () => {
  const cards = [aCard("a"), aCard("c"), aCard("d")];
  show({ cards, more: aSpot("d", { x: 90_000, y: 0 }) });
  const on = aBoard();
  const stop = drawPieces(on);
  await aFrame();
  expect(names(on)).toEqual(["Idea a.", "Idea c."]);
  on.look({ x: 89_800, y: 0, scale: 1 });
  await aFrame();
  expect(names(on)).toContain("Idea d.");
  stop();
  on.close();
});

test("what others change is shown, and the element stays the same so that the focus does", async () => {
  show({ cards: [aCard("a")] });
  const on = aBoard();
  const stop = drawPieces(on);
  await aFrame();
  const piece = on.things.querySelector<HTMLElement>("[data-key]");
  show({ cards: [aCard("a", { text: "Other words" })], more: aSpot("a", { x: 40, y: 300, colour: "blue" }) });
  await aFrame();
  expect(on.things.querySelector("[data-key]")).toBe(piece);
  expect(piece?.getAttribute("aria-label")).toBe("Idea: Other words. Colour: Blue.");
  expect([piece?.style.left, piece?.style.top]).toEqual(["40px", "300px"]);
  stop();
  on.close();
});

test("from far away cards are blocks; the chosen one is still there", async () => {
  show({ cards: [aCard("a"), aCard("c")] });
  choose([`card:${id("c")}`]);
  const on = aBoard();
  const stop = drawPieces(on);
  on.look({ x: 0, y: 0, scale: 0.2 });
  await aFrame();
  expect(names(on)).toEqual(["Idea c."]);
  choose([]);
  stop();
  on.close();
});
