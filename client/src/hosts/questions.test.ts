import { expect, test } from "vitest";
import { Questions } from "./questions.ts";

test("each answer finds its question, once", async () => {
  const questions = new Questions();
  const names: string[] = [];
  const asked = ["a", "b"].map(() => questions.ask((name) => names.push(name)));
  const [first = "", second = ""] = names;
  expect(questions.answer(second, 2)).toBe(true);
  expect(questions.answer(second, 3)).toBe(false);
  expect(questions.answer("never asked", 4)).toBe(false);
  expect(questions.refuse(first, "no")).toBe(true);
  await expect(asked[0]).rejects.toThrow("no");
  expect(await asked[1]).toBe(2);
});

test("when the host is gone, every open question is refused", async () => {
  const questions = new Questions();
  const asked = questions.ask(() => {});
  questions.close();
  await expect(asked).rejects.toThrow("closed");
});
