import { render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { box, page } from "../../testing/page.ts";
import { door } from "../door.ts";
import Gone from "./gone.tsx";

afterEach(() => {
  door.value = { kind: "opening" };
});

test("who was there when it was deleted reads so, and that nothing is left here", () => {
  door.value = { kind: "gone", deleted: true, words: [] };
  render(<Gone />);
  expect(page()).toContain("This workshop was deleted");
  expect(page()).toContain("This device keeps nothing of it either.");
  expect(screen.getByRole("link", { name: "To the start page" })).toBeTruthy();
});

test("who comes back later reads what they would read of any wrong address", () => {
  door.value = { kind: "gone", deleted: false, words: [] };
  render(<Gone />);
  expect(page()).toContain("There is nothing at this address.");
  expect(page()).not.toContain("deleted");
  expect(screen.getByRole("link", { name: "Type a join code" })).toBeTruthy();
});

test("words that were never sent can be copied", () => {
  door.value = { kind: "gone", deleted: false, words: ["Half a thought", "Another"] };
  render(<Gone />);
  expect(box("Your words that were not sent").value).toBe("Half a thought\n\nAnother");
});
