import { beforeEach, expect, test } from "vitest";
import { drafts, draftText, dropDraft, keepDraft } from "./drafts.ts";

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
