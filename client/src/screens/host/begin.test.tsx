import { render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { meeting } from "../../hosts/meeting.ts";
import Begin from "./begin.tsx";

const answers: Record<string, unknown> = {
  "/api/about": { protocol: "", creation: "code", version: "", public_url: "" },
};
afterEach(() => vi.unstubAllGlobals());

test.each([
  [true, 0],
  [false, 1],
])("whoever is proved to lead (%s) is asked for no code", async (leads, codes) => {
  vi.stubGlobal("fetch", async (path: string) => Response.json(answers[path] ?? []));
  const known = { ticket: "t", name: "", meeting: true, grade: "full", leads, may_start: leads, workshop: "" } as const;
  const rest = { title: "", state: "", language: "", seat: "", token: "", role: "participant" } as const;
  meeting.value = { kind: "waiting", admitted: { ...known, ...rest } };
  render(<Begin />);
  await screen.findByRole("textbox", { name: /What is your question/ });
  expect(screen.queryAllByRole("textbox", { name: /code/i })).toHaveLength(codes);
});
