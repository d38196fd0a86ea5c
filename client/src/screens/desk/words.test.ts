import { expect, test } from "vitest";
import desk from "../../words/en-desk.json";
import { t } from "./words.ts";

const sentences = Object.values(desk).flatMap((one) => (typeof one === "string" ? [one] : Object.values(one)));

test("the words of the desk are found by their key, with what is filled in", () => {
  expect(t("desk.goOn", { title: "Reading" })).toBe("Go on to “Reading”");
  expect(t("desk.peopleHere", { count: 1 })).toBe("1 person is here");
});

test("no sentence uses a word that only builders know", () => {
  const found = sentences.filter((one) =>
    /\b(seal(ed)?|seat|credential|verif\w+|ideation|token|nullifier)\b/i.test(one),
  );
  expect(found).toEqual([]);
});

test("no sentence has more than 21 words", () => {
  const long = sentences.flatMap((one) => one.split(/[.?!:\n]/)).filter((one) => one.trim().split(/\s+/).length > 21);
  expect(long).toEqual([]);
});
