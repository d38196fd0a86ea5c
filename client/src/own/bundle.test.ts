import { expect, test } from "vitest";
import { Broken, opened, sealed, TooMuch } from "./bundle.ts";

const KEY = new Uint8Array(32).fill(7);

test("what is sealed comes out again, and only with its key", () => {
  const things = { cards: ["Mehr Bänke 🪑", 'a "quoted" word'], seat: null };
  const closed = sealed(things, KEY);
  expect(opened(closed, KEY)).toEqual(things);
  expect(() => opened(closed, new Uint8Array(32))).toThrow(Broken);
  expect(() => opened(`${closed.slice(0, 50)}${closed[50] === "A" ? "B" : "A"}${closed.slice(51)}`, KEY)).toThrow(
    Broken,
  );
});

test("its length tells nothing but one of two sizes, and it is another one each time", () => {
  const lengths = ["", "a", "x".repeat(10_000)].map((text) => sealed(text, KEY).length);
  expect(new Set(lengths)).toEqual(new Set([21_883]));
  expect(sealed("x".repeat(20_000), KEY)).toHaveLength(87_419);
  expect(sealed("a", KEY)).not.toBe(sealed("a", KEY));
});

test("what is too much is not cut off", () => {
  expect(() => sealed("x".repeat(70_000), KEY)).toThrow(TooMuch);
});
