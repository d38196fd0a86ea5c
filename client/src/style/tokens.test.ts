import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (name: string) => readFileSync(`src/style/${name}`, "utf8").replace(/\/\*.*?\*\//gs, "");
const hats = read("hats.css");
const tokens = read("tokens.css");

type Colours = Record<string, string>;

/** The custom properties of every rule whose selector matches, in order; `dark`: also those for dark schemes. */
function colours(css: string, selector: string, dark: boolean): Colours {
  const [light = "", night = ""] = css.split("@media (prefers-color-scheme: dark)");
  const found: Colours = {};
  for (const part of dark ? [light, night.split("\n}\n")[0] ?? ""] : [light]) {
    for (const rule of part.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!rule[1]?.split(",").some((one) => one.trim() === selector)) continue;
      for (const [, name = "", value = ""] of (rule[2] ?? "").matchAll(/--([\w-]+):\s*([^;]+);/g)) found[name] = value;
    }
  }
  return found;
}

function resolved(all: Colours, name: string): string {
  const value = all[name] ?? "";
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return other === undefined ? value : resolved(all, other);
}

function light(colour: string): number {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const parts = [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours as WCAG counts it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const TEXT: [string, string[]][] = [
  ["ink", ["paper", "sheet", "sunk", "warn-wash", "stop-wash", "pine-wash"]],
  ["soft", ["paper", "sheet", "sunk"]],
  ["pine", ["paper", "sheet"]],
  ["stop", ["paper", "sheet", "stop-wash"]],
  ["on-pine", ["pine", "pine-deep"]],
];
const EDGES: [string, string[]][] = [
  ["rule", ["paper", "sheet"]],
  ["focus", ["paper", "sheet", "sunk"]],
  ["warn", ["warn-wash"]],
];

test.each([false, true])("WCAG 1.4.3 and 1.4.11: text has 4.5 to 1, edges have 3 to 1 (dark: %s)", (dark) => {
  const all = colours(tokens, ":root", dark);
  const weak = (pairs: typeof TEXT, least: number) =>
    pairs.flatMap(([front, backs]) =>
      backs
        .filter((back) => contrast(resolved(all, front), resolved(all, back)) >= least === false)
        .map((back) => `${front} on ${back}`),
    );
  expect(weak(TEXT, 4.5)).toEqual([]);
  expect(weak(EDGES, 3)).toEqual([]);
});

const NAMES = ["blue", "white", "green", "yellow", "black", "red"];

test.each([false, true])("every hat can be read and its edge seen, on bands and on cards (dark: %s)", (dark) => {
  const base = { ...colours(tokens, ":root", dark), ...colours(hats, "[data-hat]", dark) };
  for (const name of NAMES) {
    const all = { ...base, ...colours(hats, `[data-hat="${name}"]`, dark) };
    const of = (one: string, other: string) => contrast(resolved(all, one), resolved(all, other));
    expect.soft(of("on-tint", "tint"), `${name}: words on its band`).toBeGreaterThanOrEqual(4.5);
    expect.soft(of("ink", "wash"), `${name}: words on its card`).toBeGreaterThanOrEqual(4.5);
    expect.soft(of("edge", "wash"), `${name}: edge of its card`).toBeGreaterThanOrEqual(3);
    expect.soft(of("rim", "tint"), `${name}: edge of its band`).toBeGreaterThanOrEqual(3);
  }
});

test("no two hats have the same edge, so that they are told apart without colour", () => {
  const edges = NAMES.map((name) => {
    const own = { ...colours(hats, "[data-hat]", false), ...colours(hats, `[data-hat="${name}"]`, false) };
    return `${own.pattern} ${own["edge-size"]}`;
  });
  expect(new Set(edges).size).toBe(NAMES.length);
});
