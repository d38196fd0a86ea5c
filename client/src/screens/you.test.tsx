import { render } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { drawn, freshDevice, page, press } from "../../testing/page.ts";
import { show } from "../../testing/workshop.ts";
import { You } from "./you.tsx";

test("what is about this person opens from a button with their name", async () => {
  freshDevice("Ana");
  show();
  render(<You />);
  expect(page()).not.toContain("Leave this workshop");
  press("Ana");
  await vi.waitFor(() => expect(page()).toContain("Leave this workshop"));
  await drawn();
  expect(page()).toContain("Hand over this device");
});
