import { afterEach, expect, test } from "vitest";
import { settings, settingsOf } from "./settings.ts";
import { boardView, chooseView } from "./view.ts";

afterEach(() => {
  settings.value = settingsOf(null);
  localStorage.clear();
});

test("a wide page begins with the board, and what was chosen is remembered", () => {
  expect(boardView.value).toBe("board");
  chooseView("list");
  expect(boardView.value).toBe("list");
  expect(settingsOf(localStorage.getItem("folkmoot-settings")).view).toBe("list");
});
