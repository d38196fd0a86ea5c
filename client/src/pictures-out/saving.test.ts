import { afterEach, expect, test, vi } from "vitest";
import type { ViewEntries } from "../workshop.ts";
import { measurer, pictureData, sharpness, svgFile } from "./saving.ts";

afterEach(() => vi.unstubAllGlobals());

test("each picture is fetched once and held in its address; one that cannot be had is left out", async () => {
  const fetched = vi.fn(async (path: string) =>
    path.endsWith("gone") ? new Response("", { status: 404 }) : new Response(new Blob(["x"], { type: "image/png" })),
  );
  vi.stubGlobal("fetch", fetched);
  const view = new Map([
    ["item:1", { file: "bench" }],
    ["item:2", { file: "bench" }],
    ["item:3", { file: "gone" }],
    ["item:4", { file: "" }],
  ] as never) as unknown as ViewEntries;
  const found = await pictureData(view, ["card:1", "item:1", "item:2", "item:3", "item:4"]);
  expect([...found.keys()]).toEqual(["bench"]);
  expect(found.get("bench")).toMatch(/^data:/);
  expect(fetched).toHaveBeenCalledTimes(2);
});

test("a large board is drawn with fewer points, so that every browser can", () => {
  expect(sharpness({ x: 0, y: 0, width: 1000, height: 500 })).toBe(2);
  expect(sharpness({ x: 0, y: 0, width: 500, height: 80_000 })).toBe(0.1);
});

test("an SVG is a file of its kind, and text is measured even where nothing can be drawn", () => {
  expect(svgFile("<svg/>").type).toBe("image/svg+xml");
  expect(measurer()("wide words")).toBeGreaterThan(0);
});
