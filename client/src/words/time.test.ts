import { expect, test } from "vitest";
import { dateInWords, timeInWords } from "./time.ts";

test("the time left is said in whole words", () => {
  expect([245, 90, 60, 61, 1, 0, -9].map(timeInWords)).toEqual([
    "4 minutes 5 seconds",
    "1 minute 30 seconds",
    "1 minute",
    "1 minute 1 second",
    "1 second",
    "0 seconds",
    "0 seconds",
  ]);
});

test("a date is said as people say it, and is the same date everywhere", () => {
  expect([0, 20_810].map(dateInWords)).toEqual(["1 January 1970", "23 December 2026"]);
});
