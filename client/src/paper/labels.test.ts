import { beforeEach, expect, test, vi } from "vitest";
import { freshDevice } from "../../testing/page.ts";
import { show } from "../../testing/workshop.ts";
import { fetchLabels, planLabels } from "./labels.ts";

beforeEach(() => {
  freshDevice();
  show();
});

test("the lines of the plan have the names of their template", async () => {
  const plans = [
    { id: "another", fields: [{ id: "aim", label: "Wrong" }] },
    { id: "simple-plan", fields: [{ id: "aim", label: "Our aim" }] },
  ];
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(plans)));
  await fetchLabels();
  expect([...planLabels.value]).toEqual([["aim", "Our aim"]]);
});

test("without a line there are no names, and nothing else goes wrong", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("offline")));
  await fetchLabels();
  expect(planLabels.value.size).toBe(0);
  vi.unstubAllGlobals();
});
