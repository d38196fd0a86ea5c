import { beforeEach, expect, test } from "vitest";
import { markRead, markReadOut, nextUnread, readCards, readOutCards, unmarkReadOut } from "./read.ts";

beforeEach(() => {
  readCards.value = {};
  readOutCards.value = {};
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

test("what was read out to all has marks of its own, which can be taken away again", () => {
  const ids = ["a", "b"];
  markReadOut("a");
  expect(readCards.value).toEqual({});
  expect(nextUnread(ids, "", readOutCards.value)).toBe("b");
  markReadOut("b");
  unmarkReadOut(["a"]);
  expect(nextUnread(ids, "b", readOutCards.value)).toBe("a");
});
