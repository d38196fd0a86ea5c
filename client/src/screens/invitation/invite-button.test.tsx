import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { showLed } from "../../../testing/workshop.ts";
import { InviteButton } from "./invite-button.tsx";

test("one press shows how people come in", () => {
  listen();
  showLed();
  render(<InviteButton />);
  expect(screen.queryByText("ABCD-EFGH")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Invite" }));
  expect(screen.getByRole("dialog", { name: "Invitation and codes" }).textContent).toContain("ABCD-EFGH");
});
