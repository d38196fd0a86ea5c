import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { veiled } from "./veil.ts";

const ask = (text: string, id = "a".repeat(32)) => ({
  command: "AddCard",
  fields: { id, run: id, kind: "idea", verifier: id + id, text, signed: "", target: "" },
});

function under(veil: string): unknown {
  const both = Uint8Array.from(atob(veil), (letter) => letter.charCodeAt(0));
  const half = both.length / 2;
  const plain = both.slice(half).map((byte, at) => byte ^ (both[at] ?? 0));
  return JSON.parse(new TextDecoder().decode(plain));
}

test("what is under a veil is what was asked", () => {
  const said = ask("Zoë’s “bench” 🌊\n");
  expect(under(veiled(said))).toEqual(said);
});

test("a card of any length has one of three sizes, and so has everything else that is asked", () => {
  const texts = [
    "a",
    "short",
    "x".repeat(230),
    "x".repeat(400),
    "é".repeat(700),
    "\u0001".repeat(1000),
    "🌊".repeat(500),
  ];
  const asked = [
    ...texts.map((text) => ask(text)),
    { command: "Beat", fields: {} },
    { command: "MarkDone", fields: {} },
  ];
  const sizes = new Set(asked.map((one) => veiled(one).length));
  expect(sizes.size).toBeLessThanOrEqual(3);
});

test("compressed by the browser, its size still tells nothing of what is in it", () => {
  const mean = (text: string) => {
    const sizes = Array.from({ length: 60 }, () => deflateRawSync(`420["ask","${veiled(ask(text))}"]`).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(40);
    return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  };
  const [empty, long] = [mean("a"), mean("a long sentence about benches by the sea. ".repeat(5))];
  expect(Math.abs(empty - long)).toBeLessThan(6);
});
