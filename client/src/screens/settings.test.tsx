import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { settings, settingsOf } from "../own/settings.ts";
import SettingsSheet from "./settings.tsx";

afterEach(() => {
  settings.value = settingsOf(null);
  localStorage.clear();
});

test("each question has answers in words, and what is picked holds at once", () => {
  render(<SettingsSheet />);
  for (const question of screen.getAllByRole("combobox"))
    for (const answer of question.querySelectorAll("option")) expect(answer.textContent).not.toMatch(/^set\.|^$/);
  fireEvent.change(screen.getByLabelText("Size of the words"), { target: { value: "largest" } });
  expect(document.documentElement.dataset.text).toBe("largest");
});

test("the sound is off at first; switched on, it can be listened to", () => {
  render(<SettingsSheet />);
  expect(screen.queryByRole("button", { name: "Listen to it" })).toBeNull();
  fireEvent.click(screen.getByRole("checkbox", { name: /A soft sound/ }));
  expect(screen.getByRole("button", { name: "Listen to it" })).toBeTruthy();
  expect(settings.value.sound).toBe("on");
});

test("single letters can be switched off", () => {
  render(<SettingsSheet />);
  fireEvent.click(screen.getByRole("checkbox", { name: /Single letters/ }));
  expect(settings.value.keys).toBe("off");
});
