import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { page } from "../../testing/page.ts";
import MovedAway from "./moved.tsx";

test("E13: the first device says where the place is, and that nothing of it is here", () => {
  render(<MovedAway />);
  expect(page()).toContain("Your place is on the other device now");
  expect(page()).toContain("Nothing of it is on this device any more");
});
