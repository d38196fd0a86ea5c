import { expect, test } from "vitest";
import { CODE_LETTERS, fromCode, newCode, plainCode, spelled } from "./move-code.ts";

test("a code is new each time, and is read in groups of four", () => {
  const codes = new Set(Array.from({ length: 50 }, newCode));
  expect(codes.size).toBe(50);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(spelled("ABCD1234EFGH5678")).toBe("ABCD-1234-EFGH-5678");
});

test("however it is typed, it is the same code", () => {
  expect(plainCode("abcd-1234 efgh-oil8")).toBe("ABCD1234EFGH0118");
  expect(plainCode(spelled(newCode()))).toHaveLength(CODE_LETTERS);
});

test("both devices make the same of it; another code makes something else; the name tells nothing of the key", async () => {
  const [one, same, other] = await Promise.all(["A", "A", "B"].map((end) => fromCode(`0123456789ABCDE${end}`)));
  expect(one).toEqual(same);
  expect(one?.id).toMatch(/^[0-9a-f]{32}$/);
  expect(one?.key).toHaveLength(32);
  expect(other?.id).not.toBe(one?.id);
  expect(other?.key).not.toEqual(one?.key);
});
