import { fireEvent, render } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { box, drawn, freshDevice, page, press } from "../../testing/page.ts";
import { door } from "../door.ts";
import { keeping } from "../own/kept.ts";
import { ownSeat } from "../own/seat.ts";
import { JoinByLink } from "./join-link.tsx";

afterEach(() => vi.unstubAllGlobals());

function server(status: number, body: unknown) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify(body), { status });
  });
  return sent;
}

test("one joins without a name, and the line of promise is on the page", async () => {
  freshDevice();
  const sent = server(200, { seat: "s1", token: "t1", role: "participant" });
  render(<JoinByLink title="Loneliness by the sea" />);
  expect(document.title).toContain("Loneliness by the sea");
  expect(page()).toContain("What you write stays without your name, unless you sign it.");
  press("Join");
  await drawn();
  expect(sent).toEqual([{ name: "" }]);
  expect(ownSeat.value).toMatchObject({ seat: "s1", token: "t1" });
  expect(door.value.kind).toBe("in");
});

test("on a shared device everything stays in this tab", async () => {
  freshDevice();
  server(200, { seat: "s1", token: "t1", role: "participant" });
  render(<JoinByLink title="Sea" />);
  fireEvent.click(box(/This is a shared device/));
  await drawn();
  press("Join");
  await drawn();
  expect(keeping.value).toBe("tab");
});

test("a refusal is said, and one can try again", async () => {
  server(429, { code: "too_fast", say: "That was a lot at once." });
  render(<JoinByLink title="Sea" />);
  press("Join");
  await drawn();
  expect(page()).toContain("That was a lot at once.");
});
