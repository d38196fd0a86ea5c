import { expect, test } from "vitest";
import { aCard } from "../../testing/workshop.ts";
import { heightOf, linesOf } from "./sizes.ts";

test("words are broken between words, and a long word within itself", () => {
  expect(linesOf("Benches")).toBe(1);
  expect(linesOf("Benches along the sea front")).toBe(2);
  expect(linesOf("a".repeat(50))).toBe(3);
  expect(linesOf("one\ntwo\n\nthree")).toBe(4);
});

test("a card is as high as its words need, with a foot where something stands under them", () => {
  expect(heightOf(aCard("a", { text: "Benches" }))).toBe(68);
  const long = "Repaint the rowing boats together, and name them after grandmothers. ".repeat(3);
  expect(heightOf(aCard("a", { text: long }))).toBeGreaterThan(200);
  const signed = heightOf(aCard("a", { text: long, signed: "Ana" }));
  expect(signed).toBe(heightOf(aCard("a", { text: long })) + 24);
});

test("a thousand letters are measured, whatever they are", () => {
  expect(heightOf(aCard("a", { text: "🌊".repeat(500) }))).toBeLessThan(1200);
  expect(heightOf(aCard("a", { text: "" }))).toBe(68);
});
