import { render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshDevice, press } from "../../../testing/page.ts";
import { show } from "../../../testing/workshop.ts";
import { here } from "../../door.ts";
import type { CheckReply } from "../../protocol.gen.ts";
import Checking from "./checking.tsx";

const nothing: CheckReply = { state: "none", problem: "", findings: [], limits: [], page: "" };
const done: CheckReply = {
  state: "done",
  problem: "",
  findings: [
    { promise: "Nothing is told.", verdict: "held", seen: "Nobody heard it." },
    { promise: "Nothing is kept.", verdict: "did_not_hold", seen: "Two pieces were found." },
  ],
  limits: ["Whether somebody looks on."],
  page: "<!doctype html>",
};
const replies: CheckReply[] = [];
const calls: [string | undefined, string][] = [];

beforeEach(() => {
  here.value = "f0";
  freshDevice("Fay");
  show({ entered: { role: "facilitator" } });
  replies.length = calls.length = 0;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    calls.push([init.method, path]);
    return new Response(JSON.stringify(replies.length > 1 ? replies.shift() : replies[0]));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("one press starts the check, and its report comes by itself", async () => {
  replies.push(nothing, { ...nothing, state: "running" }, done);
  render(<Checking />);
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  press("Check this server now");
  await vi.waitFor(() => screen.getByText(/The check goes on/));
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.waitFor(() => screen.getByText("Two pieces were found."));
  // What was pressed is gone, and who works by keys or by ear is still here.
  expect(document.activeElement).toBe(screen.getByRole("group", { name: "Check this server" }));
  expect(calls.map(([method]) => method)).toEqual(["GET", "POST", "GET"]);
  expect(calls[0]?.[1]).toBe("/api/workshops/f0/check");
});

test("what did not hold stands first, and what nobody can find out is said", async () => {
  replies.push(done);
  render(<Checking />);
  await vi.waitFor(() => screen.getByText("1 promise did not hold"));
  const titles = screen.getAllByRole("heading", { level: 3 }).map((one) => one.textContent);
  expect(titles).toEqual(["1 promise did not hold", "1 promise held", "What such a check cannot find out"]);
  expect(screen.getByText("Whether somebody looks on.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Save the report" })).toBeTruthy();
});

test("a check that did not come to its end says so", async () => {
  replies.push({ ...nothing, state: "done", problem: "The check did not come to its end." });
  render(<Checking />);
  await vi.waitFor(() => screen.getByText("The check did not come to its end."));
  expect(screen.getByRole("button", { name: "Check this server now" })).toBeTruthy();
});
