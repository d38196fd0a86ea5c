import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keeping, writing } from "./kept.ts";
import { stopWatchingTabs, watchTabs, writeHere } from "./tab.ts";

/** Another tab on the same device: it answers as this module would. */
class OtherTab {
  static all: OtherTab[] = [];
  onmessage: ((event: { data: { say: string; from: number } }) => void) | null = null;
  said: string[] = [];

  constructor() {
    OtherTab.all.push(this);
  }

  postMessage(note: { say: string; from: number }) {
    this.said.push(note.say);
    for (const other of OtherTab.all) if (other !== this) other.onmessage?.({ data: note });
  }

  close() {
    OtherTab.all = OtherTab.all.filter((one) => one !== this);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  OtherTab.all = [];
  keeping.value = "device";
  vi.stubGlobal("BroadcastChannel", OtherTab);
  vi.stubGlobal("navigator", { locks: undefined });
});
afterEach(() => {
  stopWatchingTabs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("E13: the only tab writes, after it has asked whether there is another", async () => {
  void watchTabs("w");
  expect(writing.value).toBe(false);
  await vi.advanceTimersByTimeAsync(300);
  expect(writing.value).toBe(true);
});

test("E13: a second tab reads, until its person wants to write there", async () => {
  const first = new OtherTab();
  first.onmessage = ({ data }) => data.say === "anyone?" && first.postMessage({ say: "me", from: 7 });
  void watchTabs("w");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(writing.value).toBe(false);
  await writeHere();
  await vi.advanceTimersByTimeAsync(10);
  expect(writing.value).toBe(true);
  first.postMessage({ say: "mine now", from: 7 });
  expect(writing.value).toBe(false);
});

test("E13: when the writing tab is closed, this one writes", async () => {
  const first = new OtherTab();
  first.onmessage = ({ data }) => data.say === "anyone?" && first.postMessage({ say: "me", from: 7 });
  void watchTabs("w");
  await vi.advanceTimersByTimeAsync(1_000);
  first.postMessage({ say: "gone", from: 7 });
  await vi.advanceTimersByTimeAsync(300);
  expect(writing.value).toBe(true);
});

test("the page waits until it is known which tab writes", async () => {
  let known = false;
  void watchTabs("w").then(() => {
    known = true;
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(known).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect([known, writing.value]).toEqual([true, true]);
});

test("what is kept in one tab only is shared with no other, so that tab always writes", () => {
  keeping.value = "tab";
  void watchTabs("w");
  expect(writing.value).toBe(true);
});
