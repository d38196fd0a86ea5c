import { render } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { box, drawn, page, press, type } from "../../testing/page.ts";
import { route } from "../routes.ts";
import { JoinByCode, tidyCode } from "./join-code.tsx";

afterEach(() => vi.unstubAllGlobals());

test("a code is forgiven how it was typed", () => {
  expect(tidyCode(" 7k2m 9qxd")).toBe("7K2M-9QXD");
  expect(tidyCode("oil0-ab-cd")).toBe("0110-ABCD");
  expect(tidyCode("7k2")).toBe("7K2");
});

test("the right code leads to the workshop", async () => {
  const id = "ab".repeat(16);
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    sent.push(String(init.body));
    return new Response(JSON.stringify({ workshop: id }));
  });
  render(<JoinByCode />);
  type("Join code", "7k2m 9qxd");
  await drawn();
  press("Go on");
  await drawn();
  expect(sent).toEqual(['{"code":"7K2M-9QXD"}']);
  expect(route.value).toMatchObject({ page: "workshop", id });
});

test("a wrong code and a short one are said at the box, and what was typed stays", async () => {
  vi.stubGlobal(
    "fetch",
    async () => new Response('{"code":"bad_code","say":"We found no workshop with this code."}', { status: 404 }),
  );
  render(<JoinByCode />);
  press("Go on");
  await drawn();
  expect(page()).toContain("A join code has 8 letters and numbers.");
  type("Join code", "AAAA-BBBB");
  await drawn();
  press("Go on");
  await drawn();
  expect(page()).toContain("We found no workshop with this code.");
  expect(box("Join code").value).toBe("AAAA-BBBB");
});
