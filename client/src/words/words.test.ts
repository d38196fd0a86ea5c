import { expect, test } from "vitest";
import en from "./en.json";
import { t, words } from "./words.ts";

test("values are filled in, and a missing one is left to be seen", () => {
  const say = words({ hello: "Hello {name}, {greeting}" });
  expect(say("hello", { name: "Ana" })).toBe("Hello Ana, {greeting}");
});

test("the count picks the form", () => {
  const say = words({ cards: { one: "{count} card", other: "{count} cards" } });
  expect([say("cards", { count: 1 }), say("cards", { count: 2 }), say("cards", { count: 0 })]).toEqual([
    "1 card",
    "2 cards",
    "0 cards",
  ]);
});

test("the promises are the words that were agreed", () => {
  expect(t("promise.short", { leading: t("promise.somebody") })).toBe(
    "Your name isn't kept with this. Even the facilitator, who is leading, can't see who wrote it.",
  );
  expect(t("promise.full")).toBe(
    "Unless you sign, nothing we store or log says who wrote a card or how anyone voted. People who run this server could change the software or watch the network while you type. In small groups, or by your writing, others may guess.",
  );
});

test("no participant ever reads a word of our trade", () => {
  expect(JSON.stringify(Object.values(en))).not.toMatch(
    /\b(seal|sealed|seats?\b(?!})|credential|verif|nullifier|anonymous)/i,
  );
});
