import { readdirSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { HATS, KIND_LABELS, REFUSAL } from "../protocol.gen.ts";
import { firstSpoken, LANGUAGES, locale, speak } from "./languages.ts";
import { type Catalogue, spoken, type Table, t, words } from "./words.ts";

const english = import.meta.glob<Table>("./en*.json", { eager: true, import: "default" });
const others = import.meta.glob<Catalogue>(["./??.json", "!./en.json"], { eager: true, import: "default" });
const sources = import.meta.glob<string>("../**/*.{ts,tsx}", { eager: true, import: "default", query: "?raw" });

const tables = Object.entries(english).map(
  ([path, table]) => [/en-?([\w-]*)\.json/.exec(path)?.[1] || "first", table] as const,
);
const codes = Object.keys(others).map((path) => path.slice(2, 4));
const each = codes.flatMap((code) => tables.map(([name, table]) => [code, name, table] as const));
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
const forms = (code: string) => new Intl.PluralRules(code).resolvedOptions().pluralCategories;

/** The sentences in a catalogue that are not of our tables, with their English ones. */
const besides: Readonly<Record<string, readonly string[]>> = {
  kinds: Object.keys(KIND_LABELS),
  hats: Object.entries(HATS).flatMap(([hat, help]) =>
    ["label", "purpose", ...help.do.map((_, at) => `do.${at + 1}`), ...help.dont.map((_, at) => `dont.${at + 1}`)].map(
      (key) => `${hat}.${key}`,
    ),
  ),
  refusals: [...REFUSAL, "bad_key.creation_code", "offline", "not_found", "broken"],
};

afterEach(() => speak("en"));

test("a page speaks another language, and English again", async () => {
  await speak("cy");
  expect([spoken.value.code, t("own.save"), document.documentElement.lang]).toEqual(["cy", "Cadw", "cy"]);
  await speak("en");
  expect([t("own.save"), document.documentElement.lang]).toEqual(["Save", "en-GB"]);
});

test("Arabic turns the page round", async () => {
  await speak("ar");
  expect([document.documentElement.dir, locale()]).toEqual(["rtl", "ar-u-nu-latn"]);
  await speak("cy");
  expect(document.documentElement.dir).toBe("ltr");
});

test("the last wish wins, however long the first one takes", async () => {
  await Promise.all([speak("ar"), speak("cy")]);
  expect(spoken.value.code).toBe("cy");
});

test("the first wish that we speak is taken", () => {
  expect(firstSpoken(["", "tlh", "cy-GB", "en"])).toBe("cy");
  expect(firstSpoken(["tlh"])).toBe("en");
});

test("each count has the form of its language", async () => {
  await speak("cy");
  expect([1, 2, 3, 6, 10].map((count) => t("count.decision", { count }))).toEqual([
    "1 penderfyniad",
    "2 benderfyniad",
    "3 phenderfyniad",
    "6 phenderfyniad",
    "10 penderfyniad",
  ]);
});

test("every language that is offered is here, and the other way round", () => {
  expect(["en", ...codes].sort()).toEqual(Object.keys(LANGUAGES).sort());
});

test("no language has a sentence that English has not", () => {
  const known = new Set([
    ...tables.flatMap(([name, table]) => Object.keys(table).map((key) => `${name} ${key}`)),
    ...Object.entries(besides).flatMap(([name, keys]) => keys.map((key) => `${name} ${key}`)),
  ]);
  for (const [path, catalogue] of Object.entries(others)) {
    const keys = Object.entries(catalogue).flatMap(([name, table]) =>
      Object.keys(table).map((key) => `${name} ${key}`),
    );
    expect([path, keys.filter((key) => !known.has(key))]).toEqual([path, []]);
  }
});

test.each(each)("%s: what is filled in is the same in every language (%s)", (code, name, table) => {
  for (const [key, said] of Object.entries(others[`./${code}.json`]?.[name] ?? {})) {
    const ours = table[key];
    const whole = (one: typeof ours) => (typeof one === "string" ? one : (one?.other ?? ""));
    expect([key, typeof said, places(whole(said))]).toEqual([key, typeof ours, places(whole(ours))]);
  }
});

test.each(codes)("%s: every count has all the forms of the language", (code) => {
  for (const table of Object.values(others[`./${code}.json`] ?? {})) {
    for (const [key, said] of Object.entries(table)) {
      if (typeof said !== "string") expect([key, forms(code).filter((form) => !said[form])]).toEqual([key, []]);
    }
  }
});

test.each(codes)("%s: what participants read in every workshop is there", (code) => {
  const catalogue = others[`./${code}.json`] ?? {};
  for (const [name, keys] of Object.entries(besides)) {
    expect([name, keys.filter((key) => !catalogue[name]?.[key])]).toEqual([name, []]);
  }
  // A sentence or two may wait for whoever speaks the language: until then it is English.
  const all = Object.keys(english["./en.json"] ?? {});
  expect(all.filter((key) => !catalogue.first?.[key]).length).toBeLessThan(all.length / 50);
});

test("every table is asked for by its name", () => {
  for (const [path, source] of Object.entries(sources)) {
    if (path.includes(".test.")) continue;
    for (const [, variable, file] of source.matchAll(/import (\w+) from "[^"]*\/en-([\w-]+)\.json"/g)) {
      expect([path, source.includes(`words(${variable}, "${file}")`)]).toEqual([path, true]);
    }
  }
});

test("every sentence is asked for somewhere", () => {
  const code = Object.entries(sources)
    .filter(([path]) => !path.includes(".test."))
    .map(([, source]) => source)
    .join("\n");
  const written = new Set([...code.matchAll(/["'`]([\w.-]+)["'`]/g)].map(([, text]) => text));
  // A key put together of parts: `kind.${kind}`, or the beginning of it alone: "set.text".
  const begun = [...new Set([...code.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, text]) => text ?? ""))];
  const asked = (key: string) =>
    written.has(key) || written.has(key.replace(/(\..+)\.[^.]*$/, "$1")) || begun.some((text) => key.startsWith(text));
  for (const [name, table] of tables) {
    expect([name, Object.keys(table).filter((key) => !asked(key))]).toEqual([name, []]);
  }
});

test("words without a name stay English", async () => {
  await speak("cy");
  expect(words({ "own.save": "Save it" })("own.save")).toBe("Save it");
});

test("the folder holds nothing but tables and their readers", () => {
  const files = readdirSync("src/words").filter((file) => file.endsWith(".json"));
  expect(files.length).toBe(tables.length + codes.length);
});
