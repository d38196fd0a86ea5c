import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { page } from "../../testing/page.ts";
import MovingAway from "./moving-away.tsx";

test("E13: while nobody knows where the place is, it is said why nothing can be written", () => {
  render(<MovingAway />);
  expect(page()).toContain("Until we know, you cannot write here.");
});
