import { expect, test } from "vitest";
import table from "../../words/en-moderation.json";
import { t } from "./words.ts";

test("the words are found, and none is a word of our trade", () => {
  expect(t("hide.go")).toBe("Hide this card");
  expect(JSON.stringify(Object.values(table))).not.toMatch(/\b(sealed|seats?\b|credential|verif|nullifier|anonymous)/i);
});
