import { render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { drawn, page, press } from "../../testing/page.ts";
import WhoCanSee from "./who-can-see.tsx";

const words = {
  collected: ["People write at the same time."],
  support: "Call 0800",
  sights: [{ what: "How you vote", now: "Only you.", later: "Nobody.", deleted: "When the vote closes." }],
};

test("the page says of each thing who sees it now and later and when it is deleted, and can be printed", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(JSON.stringify(words))),
  );
  const printed = vi.fn();
  vi.stubGlobal("print", printed);
  render(<WhoCanSee />);
  await drawn();
  await drawn();
  expect(screen.getByRole("heading", { name: "How you vote" })).toBeTruthy();
  for (const one of [
    "If you need help: Call 0800",
    "Who sees it nowOnly you.",
    "Who sees it laterNobody.",
    "When it is deletedWhen the vote closes.",
  ]) {
    expect(page()).toContain(one);
  }
  press("Print this page");
  expect(printed).toHaveBeenCalled();
});

test("without a server it says so", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Promise.reject(new TypeError())),
  );
  render(<WhoCanSee />);
  await drawn();
  await drawn();
  expect(page()).toContain("We cannot reach the server just now.");
});
