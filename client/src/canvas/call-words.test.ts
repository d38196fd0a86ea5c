import { expect, test } from "vitest";
import { h } from "./call-words.ts";

test("the card that is meant is named", () => {
  expect(h("here.offer_card", { card: "A choir" })).toBe("You are asked to look at “A choir”.");
});
