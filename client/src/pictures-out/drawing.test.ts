import { expect, test } from "vitest";
import { layoutOf } from "../canvas/layout.ts";
import type { ViewEntries } from "../workshop.ts";
import { drawingOf, escaped, type Source, wrapped } from "./drawing.ts";

const measure = (text: string) => [...text].length * 8;
const card = (id: string, text: string, more = {}) => [
  `card:${id}`,
  { id, kind: "idea", text, group: "", target: "", signed: "", late: false, place: 0, run: "r", language: "", ...more },
];
const item = (id: string, kind: string, more = {}) => [
  `item:${id}`,
  { id, kind, width: 100, height: 60, points: [], start: "", end: "", text: "", file: "", version: 0, ...more },
];
const spot = (id: string, colour = "") => [`spot:${id}`, { id, placed: true, x: 900, y: 40, version: 1, colour }];
const view = new Map([
  ["workshop", { id: "w", phases: [{ cards: ["idea"] }], language: "en" }],
  card("a", 'Benches & <script>alert("x")</script>', { signed: "Ana" }),
  card("b", "מקהלה", { group: "g" }),
  ["group:g", { id: "g", name: "By the sea", place: 0 }],
  item("p", "picture", { file: "f", text: "A bench" }),
  spot("p"),
  item("x", "box", { text: "In here" }),
  spot("x", "pink"),
  item("l", "arrow", { points: [0, 0, 50, 50], text: "leads to" }),
  spot("l"),
  item("s", "pen", { points: [0, 0, 50, 20, 20, 50] }),
  spot("s"),
] as never) as unknown as ViewEntries;

function source(more: Partial<Source> = {}): Source {
  const words = {
    title: "Sea & sand",
    desc: "All",
    area: () => "2 ideas",
    signed: (name: string) => `signed: ${name}`,
  };
  return {
    view,
    layout: layoutOf(view),
    words,
    measure,
    pictures: new Map([["f", "data:image/png;base64,AA"]]),
    ...more,
  };
}

const parsed = (svg = "") => new DOMParser().parseFromString(svg, "image/svg+xml");

test("the board is a drawing with a title, and words that are words", () => {
  const made = parsed(drawingOf(source())?.svg);
  expect(made.querySelector("parsererror")).toBeNull();
  expect(made.querySelector("svg > title")?.textContent).toBe("Sea & sand");
  expect(made.querySelector("script")).toBeNull();
  const words = [...made.querySelectorAll("text")].map((one) => one.textContent);
  expect(words).toEqual(expect.arrayContaining(["2 ideas", "By the sea", "signed: Ana", "In here"]));
  expect(words.join(" ")).toContain("<script>");
  expect(made.querySelector("image")?.getAttribute("href")).toBe("data:image/png;base64,AA");
  expect(made.querySelector("image > title")?.textContent).toBe("A bench");
});

test("words that run from right to left begin at the right edge", () => {
  const made = parsed(drawingOf(source())?.svg);
  const line = [...made.querySelectorAll("text")].find((one) => one.textContent === "מקהלה");
  expect(line?.getAttribute("direction")).toBe("rtl");
});

test("one group is a drawing of its own", () => {
  const { svg = "" } = drawingOf(source(), ["group:g", "card:b"]) ?? {};
  expect(svg).toContain("By the sea");
  expect(svg).not.toContain("Benches");
});

test("of nothing there is no drawing, and a picture that did not come is told in words", () => {
  expect(drawingOf(source(), ["card:none"])).toBeNull();
  expect(drawingOf(source({ pictures: new Map() }))?.svg).toContain(">A bench</text>");
});

test("no line is wider than its card, and no letter is lost", () => {
  const text = "A bus stop choir\n\nand Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
  const lines = wrapped(text, 160, measure);
  expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(160);
  expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  expect(escaped("a\u0000\u0007 & b")).toBe("a &amp; b");
});
