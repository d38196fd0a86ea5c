import { expect, test } from "vitest";
import { type ResultSource, resultDrawing } from "./result-drawing.ts";

const measure = (text: string) => [...text].length * 8;
const rows = [
  { id: "a", label: 'A choir & a "bench"', say: "5 dots from 3 people", share: 1, tag: "chosen" },
  { id: "c", label: "مقعد", say: "no dots", share: 0 },
];
const words = {
  title: "Less alone",
  heading: "The result of “What pulls you”",
  cast: "4 people voted, of 5 who could.",
  line: (row: (typeof rows)[number]) => `${row.label}: ${row.say}`,
};

function parsed(some: Partial<ResultSource> = {}) {
  const { svg, size } = resultDrawing({ rows, words, language: "en", rightToLeft: false, measure, ...some } as never);
  return { made: new DOMParser().parseFromString(svg, "image/svg+xml"), size };
}
const texts = (made: Document) => [...made.querySelectorAll("text")].map((one) => one.textContent);
const bars = (made: Document) => [...made.querySelectorAll("rect[rx]")].map((one) => Number(one.getAttribute("width")));

test("a result is words in order, a bar for what got something, and one sentence for each line to whoever hears it", () => {
  const { made } = parsed();
  expect(made.querySelector("parsererror")).toBeNull();
  expect(made.querySelector("svg > title")?.textContent).toBe(words.heading);
  const told = made.querySelector("svg > desc")?.textContent ?? "";
  expect(told.split("\n")).toEqual([words.cast, 'A choir & a "bench": 5 dots from 3 people', "مقعد: no dots"]);
  expect(texts(made)).toEqual([
    "Less alone",
    words.heading,
    words.cast,
    'A choir & a "bench"',
    "5 dots from 3 people",
    "chosen",
    "مقعد",
    "no dots",
  ]);
  expect(bars(made)).toEqual([880, 880, 880]); // two tracks, and one bar as long as its track
});

test("on a page from right to left everything begins at the right, and each line runs as its letters do", () => {
  const { made } = parsed({ rightToLeft: true, language: "ar", rows: [{ ...rows[1], id: "c", share: 0.5 } as never] });
  const line = (text: string) => [...made.querySelectorAll("text")].find((one) => one.textContent === text);
  const how = (text: string) => ["x", "text-anchor", "direction"].map((name) => line(text)?.getAttribute(name));
  expect(how("مقعد")).toEqual(["920", "start", "rtl"]);
  expect(how("Less alone")).toEqual(["920", "end", null]);
  const bar = made.querySelectorAll("rect[rx]")[1];
  expect([bar?.getAttribute("x"), bar?.getAttribute("width")]).toEqual(["480", "440"]);
  expect(made.documentElement.getAttribute("xml:lang")).toBe("ar");
});

test("a long name takes several lines and makes the picture higher", () => {
  const long = { ...rows[0], label: "word ".repeat(60).trim() } as never;
  expect(parsed({ rows: [long] }).size.height).toBeGreaterThan(parsed({ rows: [rows[0] as never] }).size.height + 40);
});
