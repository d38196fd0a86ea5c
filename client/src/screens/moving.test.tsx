import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawn, freshDevice, page } from "../../testing/page.ts";
import { show, WORKSHOP } from "../../testing/workshop.ts";
import { here } from "../door.ts";
import { writing } from "../own/kept.ts";
import { offered } from "../own/seat.ts";
import { stopWatchingTabs } from "../own/tab.ts";
import Moving from "./moving.tsx";

let asked: string[];
let refuse: boolean;

beforeEach(() => {
  freshDevice();
  show();
  here.value = WORKSHOP;
  asked = [];
  refuse = false;
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path.split("/").at(-1) ?? "");
    if (refuse && path.endsWith("moves"))
      return new Response(JSON.stringify({ code: "too_fast", say: "Later, please." }), { status: 429 });
    return new Response('{"moved":false}');
  });
});
afterEach(() => {
  cleanup();
  stopWatchingTabs();
  offered.value = null;
  here.value = "";
  vi.unstubAllGlobals();
});

test("E13: a picture and the same as letters; closed, this device writes again", async () => {
  const { unmount } = render(<Moving onClose={() => {}} />);
  await screen.findByRole("img", { name: /A code for the camera/ });
  expect(page()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(page()).toContain("for 5 more minutes");
  expect(writing.value).toBe(false);
  unmount();
  await vi.waitFor(() => expect(asked).toEqual(["moves", "end"]));
  await drawn();
  expect(writing.value).toBe(true);
});

test("E13: where the server takes no bundle, it is said and everything stays here", async () => {
  refuse = true;
  render(<Moving onClose={() => {}} />);
  await vi.waitFor(() => expect(asked).toContain("end"));
  expect(await screen.findByText("Later, please.", {}, { timeout: 5000 })).toBeTruthy();
  expect(writing.value).toBe(true);
});
