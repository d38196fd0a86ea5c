import { beforeEach, expect, test } from "vitest";
import { markRead, nextUnread, readCards } from "./read.ts";

beforeEach(() => {
  readCards.value = {};
});

test("next unread goes on from here, and round from the top", () => {
  const ids = ["a", "b", "c", "d"];
  expect(nextUnread(ids, "")).toBe("a");
  markRead("b");
  expect(nextUnread(ids, "a")).toBe("c");
  markRead("c");
  markRead("d");
  expect(nextUnread(ids, "d")).toBe("a");
  markRead("a");
  expect(nextUnread(ids, "d")).toBeNull();
});

test("the card one stands on is never the next", () => {
  expect(nextUnread(["a"], "a")).toBeNull();
});
