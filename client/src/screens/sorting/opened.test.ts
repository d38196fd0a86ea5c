import { expect, test } from "vitest";
import { openCard, opened } from "./opened.ts";

test("one card's dialog is open at a time", () => {
  openCard("a");
  openCard("b", "move");
  expect(opened.value).toEqual({ id: "b", how: "move" });
  opened.value = null;
});
