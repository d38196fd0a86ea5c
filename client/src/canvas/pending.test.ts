import { expect, test } from "vitest";
import { dropAll, hold, letGo, pending } from "./pending.ts";

test("a thing is shown where it is put until it is let go", () => {
  const put = { x: 1, y: 2 };
  hold([["card:a", put]]);
  expect(pending.value.get("card:a")).toBe(put);
  letGo([["card:a", put]]);
  expect(pending.value.size).toBe(0);
});

test("an answer to an earlier move leaves the later one", () => {
  const [first, second] = [
    { x: 1, y: 1 },
    { x: 2, y: 2 },
  ];
  hold([["card:a", first]]);
  hold([["card:a", second]]);
  letGo([["card:a", first]]);
  expect(pending.value.get("card:a")).toBe(second);
  dropAll();
  expect(pending.value.size).toBe(0);
});
