import { expect, test } from "vitest";
import { anItem, showDrawn } from "../../testing/items.ts";
import { entries } from "../workshop.ts";
import { fillDrawing, fillItem, itemPiece, setDrawing, svg } from "./ink-pieces.ts";

const rect = { x: 5, y: 6, width: 100, height: 50 };

test("a coloured stroke has a pattern along its middle, a plain one has none", () => {
  const stroke = anItem("a", { kind: "pen", points: [0, 0, 50, 9, 9, 50] });
  const group = svg("g");
  fillDrawing(group, stroke, "", rect, null);
  expect(group.children.length).toBe(1);
  fillDrawing(group, stroke, "blue", rect, null);
  expect(group.querySelector(".ink-grain")?.getAttribute("d")).toBe("M0 0L9 9");
  setDrawing(group, stroke, rect);
  expect(group.getAttribute("transform")).toBe("translate(5 6)");
});

test("the words in a shape are read; those of a drawing are for who hears them", () => {
  showDrawn();
  const piece = itemPiece("item:a");
  fillItem(piece, entries.value, anItem("a", { text: "<b>Us</b>" }));
  expect(piece.textContent).toBe("<b>Us</b>");
  fillItem(piece, entries.value, anItem("a", { kind: "pen", text: "A bridge" }));
  expect([piece.textContent, piece.getAttribute("aria-label")]).toEqual(["", "Drawing: A bridge"]);
});
