import { afterEach, expect, test, vi } from "vitest";
import { CHOICES, choose, letters, saves, settings, settingsOf, still } from "./settings.ts";

const FIRST = settingsOf(null);

afterEach(() => {
  settings.value = FIRST;
  localStorage.clear();
  vi.unstubAllGlobals();
});

test("who has chosen nothing hears everything, sees what moves, and hears no sounds", () => {
  expect(FIRST).toEqual({ text: "", say: "all", motion: "", sound: "off", keys: "on", saver: "", view: "" });
});

test("a choice is there again after the page was loaded anew, and stands on the page before it is drawn", () => {
  choose("text", "larger");
  choose("motion", "less");
  expect(document.documentElement.dataset.text).toBe("larger");
  expect(document.documentElement.dataset.motion).toBe("less");
  expect(settingsOf(localStorage.getItem("folkmoot-settings"))).toEqual({ ...FIRST, text: "larger", motion: "less" });
});

test("what is kept and cannot be understood counts as not chosen", () => {
  for (const text of ["no json", "null", "7", '{"text":"huge","say":3}']) expect(settingsOf(text)).toEqual(FIRST);
  expect(settingsOf('{"say":"mine","other":1}')).toEqual({ ...FIRST, say: "mine" });
  expect(CHOICES.say).toContain("off");
});

test("where storage is refused the choice holds for this page", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new Error("refused");
  });
  choose("keys", "off");
  expect(letters()).toBe(false);
});

test("things stand still where the person or the device says so", () => {
  expect(still()).toBe(false);
  choose("motion", "less");
  expect(still()).toBe(true);
  choose("motion", "");
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  expect(still()).toBe(true);
});

test("data is saved as the browser says, unless the person says otherwise", () => {
  vi.stubGlobal("navigator", { connection: { saveData: true } });
  choose("saver", "off");
  expect(saves.value).toBe(false);
  choose("saver", "");
  expect(saves.value).toBe(true);
});
