import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keeping } from "./kept.ts";
import { dropSeat, eraseSeats, freeSlot, putSeat, seatsHere, storeOf } from "./seats.ts";
import { openStore } from "./store.ts";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  keeping.value = "device";
});
afterEach(() => vi.unstubAllGlobals());

test("E14: those who share a device are listed in the order in which they came, and keep their things apart", () => {
  expect(seatsHere("w")).toEqual([]);
  putSeat("w", 1, "Ada");
  expect(freeSlot("w")).toBe(2);
  putSeat("w", 2, "Ben");
  putSeat("w", 1, "Ada B.");
  expect(seatsHere("w")).toEqual([
    { slot: 1, name: "Ada B." },
    { slot: 2, name: "Ben" },
  ]);
  expect(storeOf("w", 1)).toBe("w");
  expect(storeOf("w", 2)).not.toBe(storeOf("w", 3));
  expect(seatsHere("other")).toEqual([]);
});

test("who has left is not listed, and nothing stays when all have", () => {
  putSeat("gone", 1, "Ada");
  putSeat("gone", 2, "Ben");
  dropSeat("gone", 1);
  expect(seatsHere("gone")).toEqual([{ slot: 2, name: "Ben" }]);
  expect(freeSlot("gone")).toBe(3);
  dropSeat("gone", 2);
  expect([seatsHere("gone"), localStorage.length]).toEqual([[], 0]);
});

test("on a device of the public the names are kept in the tab only", () => {
  putSeat("w", 1, "Ada");
  keeping.value = "tab";
  putSeat("w", 2, "Ben");
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 1]);
  expect(seatsHere("w")).toHaveLength(2);
});

test("where all storage is refused, the page holds them", () => {
  const refuse = () => {
    throw new DOMException("denied");
  };
  const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("sessionStorage", storage);
  putSeat("page", 1, "Ada");
  expect(seatsHere("page")).toEqual([{ slot: 1, name: "Ada" }]);
});

test("when the workshop is no more, nothing of anybody's place stays", async () => {
  keeping.value = "tab";
  vi.stubGlobal("indexedDB", undefined);
  for (const slot of [1, 2]) {
    putSeat("w", slot, "Ada");
    await (await openStore(storeOf("w", slot), true)).set("cards", "words");
  }
  await eraseSeats("w");
  expect([seatsHere("w"), sessionStorage.length]).toEqual([[], 0]);
});
