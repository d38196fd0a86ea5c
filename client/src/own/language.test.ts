import { afterEach, expect, test, vi } from "vitest";
import { door } from "../door.ts";
import { speak } from "../words/languages.ts";
import { spoken } from "../words/words.ts";
import { entries } from "../workshop.ts";
import { chooseLanguage, fittingLanguage, followLanguage, ownLanguage } from "./language.ts";

afterEach(async () => {
  ownLanguage.value = "";
  localStorage.clear();
  entries.value = new Map();
  door.value = { kind: "opening" };
  await speak("en");
});

test("the device decides, then the workshop, then the browser", () => {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["ar-EG", "en"]);
  expect(fittingLanguage()).toBe("ar");
  door.value = { kind: "join", title: "Noson", language: "cy" };
  expect(fittingLanguage()).toBe("cy");
  door.value = { kind: "in" };
  entries.value = new Map([["workshop", { language: "en" }]]);
  expect(fittingLanguage()).toBe("en");
  chooseLanguage("ar");
  expect(fittingLanguage()).toBe("ar");
  expect(localStorage.getItem("folkmoot-language")).toBe("ar");
});

test("a language that we do not speak is as if nothing had been chosen", () => {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["tlh"]);
  chooseLanguage("xx");
  expect(fittingLanguage()).toBe("en");
});

test("what is chosen in another tab of this device holds here too", () => {
  dispatchEvent(new StorageEvent("storage", { key: "folkmoot-language", newValue: "pl" }));
  expect(fittingLanguage()).toBe("pl");
});

test("the page follows what is chosen", async () => {
  chooseLanguage("cy");
  await followLanguage();
  expect(spoken.value.code).toBe("cy");
  chooseLanguage("en");
  expect(spoken.value.code).toBe("en");
});
