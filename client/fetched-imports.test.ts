import { expect, test } from "vitest";
import { fetchedFirst, type Part, together } from "./fetched-imports.ts";

const PARTS = new Map<string, Part>([
  ["assets/index.js", { imports: ["assets/first.js"] }],
  ["assets/first.js", { imports: [] }],
  ["assets/vote-a.js", { imports: ["assets/first.js", "assets/shared.js"] }],
  ["assets/shared.js", { imports: ["assets/first.js", "assets/deep.js", "assets/vote-a.js"] }],
  ["assets/deep.js", { imports: [] }],
]);
const FIRST = new Set(["assets/index.js", "assets/first.js"]);

test("a part comes with all that it needs, and without what every page has loaded", () => {
  expect(together("assets/vote-a.js", PARTS, FIRST)).toEqual([
    "assets/vote-a.js",
    "assets/shared.js",
    "assets/deep.js",
  ]);
});

test("a part is fetched before it is imported", () => {
  expect(fetchedFirst("const v=()=>import(`./deep.js`)", "assets/", PARTS, FIRST)).toBe(
    'const v=()=>fetched(["assets/deep.js"]).then(()=>import(`./deep.js`))',
  );
});

test("what only looks like an import of a part is left alone", () => {
  for (const code of ["import{a}from'./deep.js'", "x.import('./deep.js')", "import(name)", "reimport('./deep.js')"]) {
    expect(fetchedFirst(code, "assets/", PARTS, FIRST)).toBe(code);
  }
});

test("a part that was never built is a mistake of the build", () => {
  expect(() => fetchedFirst("import('./none.js')", "assets/", PARTS, FIRST)).toThrow("none.js");
});
