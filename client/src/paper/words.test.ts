import { expect, test } from "vitest";
import { p } from "./words.ts";

test("one hidden card is one card", () => {
  expect(p("paper.hidden", { count: 1 })).toBe("1 card is hidden and is not printed.");
});
