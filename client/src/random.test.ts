import { expect, test, vi } from "vitest";
import { newId, newKey, shuffled, verifierOf } from "./random.ts";

test("an id is 32 hexadecimal letters, a key 64, and no two are the same", () => {
  expect(newId()).toMatch(/^[0-9a-f]{32}$/);
  expect(newKey()).toMatch(/^[0-9a-f]{64}$/);
  expect(newId()).not.toBe(newId());
});

test("ids and verifiers work where a page is not a secure context", () => {
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  try {
    expect(newId()).toHaveLength(32);
    expect(verifierOf("ab", "cd")).toHaveLength(64);
  } finally {
    vi.unstubAllGlobals();
  }
});

test("the verifier is SHA-256 of the purpose, the workshop and the key", () => {
  // hashlib.sha256(b"card-edit" + b"ab" * 16 + b"cd" * 32).hexdigest()
  expect(verifierOf("ab".repeat(16), "cd".repeat(32))).toBe(
    "5d8d1d603fee7fb5da05728ae569b05e97ac0e5023b29402c908eaee7648e8fc",
  );
});

test("a shuffled list has the same things, and the list itself stays as it is", () => {
  const list = ["a", "b", "c", "d", "e"];
  expect(shuffled(list).sort()).toEqual(["a", "b", "c", "d", "e"]);
  expect(list).toEqual(["a", "b", "c", "d", "e"]);
});

test("every thing comes first sometimes", () => {
  const firsts = new Set(Array.from({ length: 200 }, () => shuffled(["a", "b", "c"])[0]));
  expect(firsts.size).toBe(3);
});
