import { afterEach, expect, test, vi } from "vitest";
import { fetched, layDown } from "./fetched.ts";

afterEach(() => vi.unstubAllGlobals());

function server(...statuses: (number | "gone")[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    const status = statuses.shift() ?? 200;
    if (status === "gone") throw new TypeError("Failed to fetch");
    return new Response("code", { status });
  });
  return asked;
}

test("a part is fetched once, however often it is imported", async () => {
  const asked = server();
  await Promise.all([fetched(["assets/a.js", "assets/b.js"]), fetched(["assets/a.js"])]);
  await fetched(["assets/b.js"]);
  expect(asked).toEqual(["/static/assets/a.js", "/static/assets/b.js"]);
});

test("a part that could not be had is asked for again, without a line and after a page that is not ours", async () => {
  const asked = server("gone", 502);
  await expect(fetched(["assets/c.js"])).rejects.toThrow();
  await expect(fetched(["assets/c.js"])).rejects.toThrow();
  await fetched(["assets/c.js"]);
  expect(asked).toHaveLength(3);
});

test("every part of the build finds it", () => {
  layDown();
  expect((globalThis as { fetched?: unknown }).fetched).toBe(fetched);
  vi.stubGlobal("fetched", undefined);
});
