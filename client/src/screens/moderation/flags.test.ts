import { expect, test } from "vitest";
import { freshDevice } from "../../../testing/page.ts";
import { aCard } from "../../../testing/workshop.ts";
import { askToLook, hasAsked } from "./flags.ts";

test("this device remembers which words it asked about, and asks again about others", async () => {
  freshDevice();
  const card = aCard("f");
  expect(hasAsked(card)).toBe(false);
  await askToLook(card);
  expect(hasAsked(card)).toBe(true);
  expect(hasAsked({ ...card, wording: 1 })).toBe(false);
});
