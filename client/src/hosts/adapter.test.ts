import { expect, test } from "vitest";
import { fieldsOf, languageOf, textOf } from "./adapter.ts";

test("of a host's locale only the language counts, and nonsense is none", () => {
  expect(["de-DE", "pt_BR", "CY", "en"].map(languageOf)).toEqual(["de", "pt", "cy", "en"]);
  expect(["", "<script>", "german", 4, null].map(languageOf)).toEqual(["", "", "", "", ""]);
});

test("what comes from outside is taken for what it is", () => {
  expect(fieldsOf({ a: 1 })).toEqual({ a: 1 });
  expect([fieldsOf(null), fieldsOf("text")]).toEqual([{}, {}]);
  expect([textOf("text"), textOf(4), textOf(undefined)]).toEqual(["text", "", ""]);
});
