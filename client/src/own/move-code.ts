// The code that moves a place to another device: what people read or type, and what is made from it on both devices.
import { hkdf } from "@noble/hashes/hkdf.js";
import { pbkdf2Async } from "@noble/hashes/pbkdf2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Crockford's letters: none that can be taken for another. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LETTERS = 16;
// 80 random bits are not to be guessed; this makes each guess dear for whoever runs the server and keeps a copy.
const ROUNDS = 50_000;

/** A new code: 80 random bits. */
export function newCode(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(CODE_LETTERS));
  return [...drawn].map((byte) => LETTERS[byte % 32]).join("");
}

/** A code however it was typed: o is 0, i and l are 1, small letters and gaps do not matter. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** A code in groups of four, as people read it. */
export function spelled(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? "";
}

/** What both devices make of the code: the name under which the bundle lies, and the key that only they have. */
export async function fromCode(code: string): Promise<{ readonly id: string; readonly key: Uint8Array }> {
  const root = await pbkdf2Async(sha256, utf8ToBytes(code), utf8ToBytes("folkmoot move"), { c: ROUNDS, dkLen: 32 });
  const part = (name: string, length: number) => hkdf(sha256, root, undefined, utf8ToBytes(name), length);
  return { id: bytesToHex(part("id", 16)), key: part("key", 32) };
}
