import { expect, test } from "vitest";
import { wellFormed, wellFormedFields } from "./well-formed.ts";

const CUT = "Tea \u{1F375}".slice(0, -1);

test("half of a picture becomes a question mark, and the rest stays", () => {
  expect(wellFormed(CUT)).toBe("Tea \uFFFD");
  expect(wellFormed("\uDF75 tea")).toBe("\uFFFD tea");
  expect(wellFormed("Tea \u{1F375} for two")).toBe("Tea \u{1F375} for two");
});

test("older browsers do the same", () => {
  const can = String.prototype as { toWellFormed?: unknown };
  const own = can.toWellFormed;
  can.toWellFormed = undefined;
  try {
    expect([wellFormed(CUT), wellFormed("\uDF75 tea")]).toEqual(["Tea \uFFFD", "\uFFFD tea"]);
    expect(wellFormed("Two: \u{1F375}\u{1F375}")).toBe("Two: \u{1F375}\u{1F375}");
  } finally {
    can.toWellFormed = own;
  }
});

test("of a command only its texts are touched", () => {
  const options = ["a"];
  expect(wellFormedFields({ text: CUT, version: 3, options })).toEqual({ text: "Tea \uFFFD", version: 3, options });
});
