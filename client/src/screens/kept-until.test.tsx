import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { page } from "../../testing/page.ts";
import { show } from "../../testing/workshop.ts";
import { KeptUntil } from "./kept-until.tsx";

function shown(days: number, day: number): string {
  show({ more: { keeping: { days, version: 0, day } } });
  const { unmount } = render(<KeptUntil />);
  const said = page();
  unmount();
  return said;
}

test("after the end people read the date, and before it for how long", () => {
  expect(shown(30, 20_810)).toBe("Everything here is deleted on 23 December 2026.");
  expect(shown(30, 0)).toContain("deleted 30 days after the workshop ends.");
  expect(shown(1, 0)).toContain("deleted one day after the workshop ends.");
});

test("nothing is promised before the server has said how long it is", () => {
  expect(shown(0, 0)).toBe("");
});
