import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openStore } from "./store.ts";

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test("where there is no database, the tab keeps things and a reload finds them", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const store = await openStore("one");
  expect(store.keeping).toBe("tab");
  await store.set("seat", { token: "t" });
  expect(await (await openStore("one")).get("seat")).toEqual({ token: "t" });
  expect(await (await openStore("two")).get("seat")).toBeUndefined();
});

test("where all storage throws, the page holds things and nothing breaks", async () => {
  vi.stubGlobal("indexedDB", undefined);
  vi.stubGlobal("sessionStorage", {
    getItem: () => {
      throw new DOMException("denied");
    },
    setItem: () => {
      throw new DOMException("denied");
    },
  });
  const store = await openStore("one");
  expect(store.keeping).toBe("page");
  await store.set("seat", 1);
  expect(await store.get("seat")).toBe(1);
});

test("on a shared device only the tab keeps things, and clearing leaves nothing", async () => {
  const store = await openStore("one", true);
  expect(store.keeping).toBe("tab");
  await store.set("drafts", { a: "words" });
  await store.clear();
  expect(sessionStorage.length).toBe(0);
});

test("a tab that began on a shared device stays one after a reload", async () => {
  await openStore("one", true);
  expect((await openStore("one")).keeping).toBe("tab");
});
