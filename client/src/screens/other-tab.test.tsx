import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { page, press } from "../../testing/page.ts";
import { OtherTab } from "./other-tab.tsx";

test("E13: the tab that only reads says so and offers to write here instead", () => {
  render(<OtherTab />);
  expect(page()).toContain("You are writing in another tab");
  expect(() => press("Write here instead")).not.toThrow();
});
