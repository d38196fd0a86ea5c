import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("the worker answers for pages and files of ours, and lets all else pass", async () => {
  const heard = new Map<string, (event: unknown) => void>();
  const parse = JSON.parse;
  vi.spyOn(JSON, "parse").mockImplementation((text) =>
    text.startsWith("__") ? { build: "b", first: [] } : parse(text),
  );
  vi.stubGlobal("addEventListener", (name: string, hear: (event: unknown) => void) => heard.set(name, hear));
  vi.stubGlobal("caches", { open: async () => ({ match: async () => new Response("copy") }), keys: async () => [] });
  vi.stubGlobal("fetch", async () => new Response("server"));
  await import("./worker.ts");
  expect([...heard.keys()].sort()).toEqual(["activate", "fetch", "install", "message"]);
  const answered: string[] = [];
  for (const [path, mode] of [
    ["/join", "navigate"],
    ["/static/assets/vote-abcdefgh.js", "cors"],
    ["/api/about", "cors"],
  ]) {
    const request = { url: location.origin + path, mode, method: "GET" };
    heard.get("fetch")?.({ request, respondWith: () => answered.push(String(path)) });
  }
  expect(answered).toEqual(["/join", "/static/assets/vote-abcdefgh.js"]);
});
