import { render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { drawn, freshDevice, page, press } from "../../testing/page.ts";
import { show, showLed } from "../../testing/workshop.ts";
import { choose, settings, settingsOf } from "../own/settings.ts";
import HelpSheet, { timeNow } from "./help-sheet.tsx";

beforeEach(() => void freshDevice());
afterEach(() => {
  settings.value = settingsOf(null);
});

test("it says how much time is left, when asked", async () => {
  show({ clock: { paused: true, left: 60_000 } });
  render(<HelpSheet />);
  press("How much time is left?");
  expect(await screen.findByText("1 minute left.")).toBeTruthy();
  show();
  expect(timeNow()).toBe("No clock runs now.");
});

test("the keys stand there with what they do; switched off, the single letters are not among them", async () => {
  show();
  render(<HelpSheet />);
  const keys = () => screen.getAllByRole("rowheader", { hidden: true }).map((one) => one.textContent);
  expect(keys()).toContain("T");
  choose("keys", "off");
  await drawn();
  expect(keys()).toEqual(["← ↑ → ↓", "Ctrl + Z", "Tab", "Enter", "Shift + Enter", "Esc"]);
});

test("who takes part can ask for a talk; who leads reads where the desk is", () => {
  show();
  const { unmount } = render(<HelpSheet />);
  expect(screen.getByRole("button", { name: "Ask for a talk" })).toBeTruthy();
  unmount();
  showLed();
  render(<HelpSheet />);
  expect(screen.queryByRole("button", { name: "Ask for a talk" })).toBeNull();
  expect(page()).toContain("You lead this workshop");
});
