import { render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { button, drawn, freshDevice, page, press } from "../../testing/page.ts";
import { show, WORKSHOP } from "../../testing/workshop.ts";
import { Exports } from "./exports.tsx";

beforeEach(() => {
  freshDevice();
  show();
});
afterEach(() => vi.unstubAllGlobals());

test("a file is fetched with this device's token, and its name is said", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push(`${path} ${(init.headers as Record<string, string>).Authorization}`);
    return new Response("x", { headers: { "Content-Disposition": 'attachment; filename="plan.docx"' } });
  });
  render(<Exports />);
  press("Plan for Word");
  await drawn();
  expect(asked).toEqual([`/api/workshops/${WORKSHOP}/exports/docx Bearer token`]);
  expect(page()).toContain("Ready: plan.docx");
});

test("a refusal is said", async () => {
  vi.stubGlobal(
    "fetch",
    async () => new Response('{"code":"export_not_allowed","say":"Please ask."}', { status: 403 }),
  );
  render(<Exports />);
  press("Plan to print");
  await drawn();
  expect(page()).toContain("Please ask.");
  expect(button("Plan to print").disabled).toBe(false);
});

test("the workshop can be printed from here", () => {
  const printed = vi.fn();
  vi.stubGlobal("print", printed);
  render(<Exports />);
  press("Print");
  expect(printed).toHaveBeenCalledOnce();
  dispatchEvent(new Event("afterprint"));
});
