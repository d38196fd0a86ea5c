import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { id, showLed, WORKSHOP } from "../../../testing/workshop.ts";
import { ownSeat } from "../../own/seat.ts";
import { Exports } from "./exports.tsx";

afterEach(() => vi.unstubAllGlobals());

test("the plan is fetched with this device's pass and saved under a name for people", async () => {
  const fetched: [string, unknown][] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    fetched.push([path, (init.headers as Record<string, string>).Authorization]);
    const headers = { "Content-Disposition": `attachment; filename="2026-11-23 Meeting - plan.docx"` };
    return new Response("plan", { headers });
  });
  showLed();
  ownSeat.value = { seat: id("f1"), token: "pass", role: "facilitator", name: "Mo" };
  render(<Exports />);
  fireEvent.click(screen.getByRole("button", { name: "Word" }));
  expect(await screen.findByText("Saved as 2026-11-23 Meeting - plan.docx")).toBeTruthy();
  expect(fetched).toEqual([[`/api/workshops/${WORKSHOP}/exports/docx`, "Bearer pass"]]);
});

test("when it cannot be made, the server's sentence is shown and the buttons work again", async () => {
  vi.stubGlobal("fetch", async () =>
    Response.json({ code: "no_such_format", say: "We cannot make a file of that kind." }, { status: 404 }),
  );
  showLed();
  render(<Exports />);
  fireEvent.click(screen.getByRole("button", { name: "Plain text" }));
  expect(await screen.findByText("We cannot make a file of that kind.")).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Plain text" }).disabled).toBe(false);
});
