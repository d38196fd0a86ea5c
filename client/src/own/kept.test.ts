import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeDevice, eraseDevice, forgetDevice, keeping, kept, openDevice, saved, writing } from "./kept.ts";

const words = kept<string>("test-words", "");
const pass = kept<string>("test-pass", "", true);

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  closeDevice();
  writing.value = true;
});

async function reload(workshop = "one") {
  await saved();
  closeDevice();
  expect(words.value).toBe("");
  await openDevice(workshop, true);
}

test("what changes is kept and is there after a reload", async () => {
  await openDevice("one", true);
  words.value = "half a thought";
  await reload();
  expect(words.value).toBe("half a thought");
  expect(keeping.value).toBe("tab");
});

test("what one keeps in one workshop is not found in another", async () => {
  await openDevice("one", true);
  words.value = "for one";
  await reload("two");
  expect(words.value).toBe("");
});

test("E13: a tab that only reads writes nothing over the other's words, except its own pass", async () => {
  await openDevice("one", true);
  words.value = "the writer's";
  await saved();
  writing.value = false;
  words.value = "the reader's";
  pass.value = "token";
  await reload();
  expect([words.value, pass.value]).toEqual(["the writer's", "token"]);
});

test("forgetting deletes everything, on the page and on the device", async () => {
  await openDevice("one", true);
  words.value = "secret";
  await forgetDevice();
  expect(words.value).toBe("");
  expect(JSON.stringify({ ...sessionStorage })).not.toContain("secret");
});

test("a device that becomes full says so, and the page goes on", async () => {
  await openDevice("one", true);
  vi.stubGlobal("sessionStorage", {
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  words.value = "more";
  await saved();
  vi.unstubAllGlobals();
  expect([words.value, keeping.value]).toEqual(["more", "page"]);
});

test("a workshop that is no more leaves not even its name on the device, and nothing is written after", async () => {
  await openDevice("one", true);
  words.value = "half a thought";
  await saved();
  await eraseDevice();
  expect(words.value).toBe("");
  words.value = "typed too late";
  await saved();
  expect(sessionStorage.length).toBe(0);
});
