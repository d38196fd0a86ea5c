import { beforeEach, expect, test } from "vitest";
import { TestLine } from "../../testing/line.ts";
import { lineDown, lineUp } from "../asking.ts";
import { drafts, draftText, dropDraft, giveBack, keepDraft } from "./drafts.ts";
import { outbox } from "./outbox.ts";

beforeEach(() => {
  drafts.value = {};
});

test("a draft is kept by run and field, with what it was going to be", () => {
  keepDraft("run1", "card", "half a thought", "idea", "group:1");
  expect(draftText("run1", "card")).toBe("half a thought");
  expect(draftText("run2", "card")).toBe("");
  expect(Object.values(drafts.value)[0]).toMatchObject({ kind: "idea", target: "group:1" });
});

test("an emptied draft and a dropped one are gone", () => {
  keepDraft("run1", "card", "a");
  keepDraft("run1", "card", "");
  keepDraft("run1", "worry", "b");
  dropDraft("run1", "worry");
  dropDraft("run1", "worry");
  expect(drafts.value).toEqual({});
});

const refused = { status: "refused", code: "workshop_ended", say: "Over." } as const;

test("words of commands that are refused come back as drafts, also after a reload", () => {
  const line = new TestLine();
  outbox.value = [
    { nr: "1", command: "AddDecision", fields: { id: "d", run: "r", text: "We start" } },
    { nr: "2", command: "AddAction", fields: { id: "a", run: "r", text: "Ask Cem", owner: "Ana", due: "" } },
    { nr: "3", command: "AddGroup", fields: { id: "g", run: "r", name: "Food" } },
    { nr: "4", command: "ChangePlan", fields: { field: "goal", text: "A supper", version: 0 } },
  ];
  lineDown();
  lineUp(line);
  for (const asked of [...line.asked]) asked.answer(refused);
  expect(Object.values(drafts.value).map((draft) => draft.text)).toEqual([
    "We start",
    "Ask Cem",
    "Ana",
    "Food",
    "A supper",
  ]);
  expect(outbox.value).toEqual([]);
});

test("words that come back stand beside what was typed meanwhile", () => {
  keepDraft("r", "decision", "The next one");
  giveBack("r", "d", { decision: "The first one" });
  giveBack("r", "d", { decision: "The first one" });
  expect(Object.values(drafts.value).map((draft) => draft.text)).toEqual(["The next one", "The first one"]);
});

test("a saved change is no draft any more, also after a reload", () => {
  const line = new TestLine();
  keepDraft("shared", "plan:goal", "A supper");
  outbox.value = [{ nr: "4", command: "ChangePlan", fields: { field: "goal", text: "A supper", version: 0 } }];
  lineDown();
  lineUp(line);
  line.asked[0]?.answer({ status: "ok" });
  expect(drafts.value).toEqual({});
});
