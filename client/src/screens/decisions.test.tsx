import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import { id, show } from "../../testing/workshop.ts";
import { drafts } from "../own/drafts.ts";
import { Decisions } from "./decisions.tsx";

let line: TestLine;

beforeEach(() => {
  line = freshDevice();
  show();
});

test("a decision is written down, and one example shows how while there is none", async () => {
  render(<Decisions run={id("1")} />);
  expect(page()).toContain("Nothing is decided yet.");
  type("What did we decide?", "We start with the supper");
  await drawn();
  press("Add decision");
  expect(line.all("AddDecision")[0]?.fields).toMatchObject({ run: id("1"), text: "We start with the supper" });
  await drawn();
  expect(box("What did we decide?").value).toBe("");
});

test("a refusal is said, and the words stay", async () => {
  line.obliging = false;
  render(<Decisions run={id("1")} />);
  type("What did we decide?", "We start");
  await drawn();
  press("Add decision");
  line.asked[0]?.answer({ status: "refused", code: "wrong_phase", say: "Not part of this step." });
  await drawn();
  expect(page()).toContain("Not part of this step.");
  expect(box("What did we decide?").value).toBe("We start");
});

test("everybody can change the words of a decision", async () => {
  show({ more: { [`decision:${id("d")}`]: { id: id("d"), text: "We start", options: [], version: 5 } } });
  render(<Decisions run={id("1")} />);
  type("Decision 1", "We start in March");
  await drawn();
  press("Save");
  expect(line.all("ChangeDecision")[0]?.fields).toEqual({ id: id("d"), text: "We start in March", version: 5 });
});

test("a refused decision does not wipe out the next one that is being typed, and neither is lost", async () => {
  line.obliging = false;
  render(<Decisions run={id("1")} />);
  type("What did we decide?", "We start");
  await drawn();
  press("Add decision");
  type("What did we decide?", "And the next");
  line.asked[0]?.answer({ status: "refused", code: "run_over", say: "Over." });
  await drawn();
  expect(box("What did we decide?").value).toBe("And the next");
  expect(Object.values(drafts.value).map((draft) => draft.text)).toEqual(["And the next", "We start"]);
});
