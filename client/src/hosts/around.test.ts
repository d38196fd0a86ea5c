import { afterEach, expect, test, vi } from "vitest";
import { framed } from "../../testing/host-page.ts";
import { hostIn, meetHost, PATIENCE_MS } from "./around.ts";

afterEach(() => vi.useRealTimers());

test("the address says which host, and nothing else does", () => {
  expect(["/host/webex", "/host/jitsi/room", "/host/matrix/"].map(hostIn)).toEqual(["webex", "jitsi", "matrix"]);
  expect(["/host/nobody", "/host/", "/w/host/webex", "/host/constructor"].map(hostIn)).toEqual(["", "", "", ""]);
});

test("a host that stays silent for five seconds leaves the plain page, and is not heard later", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { page, posted, say } = framed("/host/webex", "https://meet.webex.com");
  const met = meetHost("webex", page);
  // The host's piece of the program takes as long as it takes; only the patience is counted.
  while (posted.length === 0) await new Promise((done) => setImmediate(done));
  vi.advanceTimersByTime(PATIENCE_MS - 1);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(vi.getTimerCount()).toBe(0);
  const { adapter, silent } = await met;
  expect([adapter.name, silent]).toEqual(["link", true]);
  say(JSON.stringify({ requestId: "x", code: 0, data: {} }), "https://meet.webex.com");
  expect(adapter.now().role).toBe("");
});

test("an address that no host can have written leads to the plain page at once", async () => {
  for (const name of ["matrix", "meet", "bbb", "jitsi"] as const) {
    const { adapter, silent } = await meetHost(name, framed(`/host/${name}`, "https://any.example").page);
    expect([adapter.name, silent]).toEqual(["link", true]);
  }
});

test("a plain link is no silent host", async () => {
  expect((await meetHost("link", framed("/host/link", "https://any.example").page)).silent).toBe(false);
});
