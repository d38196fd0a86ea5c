import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { enter, freshDevice, page } from "../../testing/page.ts";
import { aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { addOwnCard } from "../own/cards.ts";
import { Check } from "./check.tsx";

let line: TestLine;
const props = { run: aRun({ stage: "check" }), phase: aPhase({ kind: "caution" }) };

beforeEach(() => {
  line = freshDevice();
  show({ run: { stage: "check" } });
});

test("one sees the worries that this device kept, and may add one more", () => {
  addOwnCard("w", { run: id("2"), kind: "caution", text: "Too loud", signed: "", target: "" });
  addOwnCard("w", { run: id("1"), kind: "idea", text: "A supper", signed: "", target: "" });
  render(<Check {...props} />);
  expect(page()).toContain("Too loud");
  expect(page()).not.toContain("A supper");
  enter("What could go wrong, and why?", "Too far");
  expect(line.all("AddCard").at(-1)?.fields).toMatchObject({ run: id("2"), text: "Too far" });
});

test("whoever kept none is told that this is fine", () => {
  render(<Check {...props} />);
  expect(page()).toContain("You kept no worries. That is fine.");
});
