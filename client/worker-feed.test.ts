import { expect, test } from "vitest";
import { fedWorker, firstFiles } from "./worker-feed.ts";

const PAGE = '<link href="/static/icon.svg"><script src="/static/assets/index-abcdefgh.js"></script><a href="/join">';
const CODE = 'const fed=JSON.parse("__FED_BY_THE_BUILD__")';

/** What the worker reads of its list. */
function read(code: string): { build: string; first: string[] } {
  return JSON.parse(JSON.parse(code.slice("const fed=JSON.parse(".length, -1)));
}

test("the worker is told which files its page loads first", () => {
  expect(firstFiles(PAGE)).toEqual(["/static/icon.svg", "/static/assets/index-abcdefgh.js"]);
  expect(read(fedWorker(CODE, PAGE, ["a"])).first).toEqual(firstFiles(PAGE));
});

test("another build is another worker, and the same build is the same one", () => {
  const one = fedWorker(CODE, PAGE, ["a", "b"]);
  expect(fedWorker(CODE, PAGE, ["b", "a"])).toBe(one);
  expect(fedWorker(CODE, PAGE, ["a", "c"])).not.toBe(one);
});

test("a worker without a place for it is a mistake of the build", () => {
  expect(() => fedWorker("", PAGE, [])).toThrow();
});
