// Blind signatures where the browser keeps its cryptography back: whole numbers, a hash, and its randomness.
import { sha384 } from "@noble/hashes/sha2.js?apart";
import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import { PREFIX_BYTES, type Way } from "./blinding.ts";

const HASH = 48;
const SALT = 48;

interface PublicKey {
  readonly n: bigint;
  readonly e: bigint;
  readonly bits: number;
  readonly length: number;
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const numberOf = (bytes: Uint8Array) => BigInt(`0x${bytesToHex(bytes) || "0"}`);

function bytesOf(number: bigint, length: number): Uint8Array {
  const hex = number.toString(16).padStart(2 * length, "0");
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

/** The content of the element at `at` (DER), and where the next one begins. */
function element(der: Uint8Array, at: number): { content: Uint8Array; end: number } {
  const first = der[at + 1] ?? 0;
  const more = first < 0x80 ? 0 : first & 0x7f;
  const from = at + 2 + more;
  const size = more === 0 ? first : Number(numberOf(der.subarray(at + 2, from)));
  return { content: der.subarray(from, from + size), end: from + size };
}

/** The numbers of a public key: SubjectPublicKeyInfo around RSAPublicKey (RFC 8017, A.1.1). */
export function read(key: Uint8Array): PublicKey {
  const info = element(key, 0).content;
  const bits = element(info, element(info, 0).end).content;
  const numbers = element(bits, 1).content;
  const modulus = element(numbers, 0);
  const n = numberOf(modulus.content);
  const size = n.toString(2).length;
  const e = numberOf(element(numbers, modulus.end).content);
  return { n, e, bits: size, length: Math.ceil(size / 8) };
}

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let result = 1n;
  for (let bit = exponent, square = base % n; bit > 0n; bit >>= 1n, square = (square * square) % n) {
    if (bit & 1n) result = (result * square) % n;
  }
  return result;
}

/** What times `number` is 1; throws where there is no such number. */
function inverseOf(number: bigint, n: bigint): bigint {
  let [old, now, was, is] = [number, n, 1n, 0n];
  while (now !== 0n) {
    const times = old / now;
    [old, now, was, is] = [now, old - times * now, is, was - times * is];
  }
  if (old !== 1n) throw new RangeError("no inverse");
  return ((was % n) + n) % n;
}

function below(n: bigint, length: number): bigint {
  for (;;) {
    const drawn = numberOf(random(length));
    if (drawn > 0n && drawn < n) return drawn;
  }
}

/** MGF1 (RFC 8017, B.2.1). */
function mask(seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / HASH) }, (_, at) =>
    sha384(concatBytes(seed, bytesOf(BigInt(at), 4))),
  );
  return concatBytes(...blocks).subarray(0, length);
}

function hashOf(message: Uint8Array, salt: Uint8Array): Uint8Array {
  return sha384(concatBytes(new Uint8Array(8), sha384(message), salt));
}

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1). `bits`: one fewer than the modulus has. */
function encoded(message: Uint8Array, bits: number, salt: Uint8Array): Uint8Array {
  const length = Math.ceil(bits / 8);
  const hash = hashOf(message, salt);
  const block = concatBytes(new Uint8Array(length - SALT - HASH - 2), Uint8Array.of(1), salt);
  const over = mask(hash, block.length);
  const masked = block.map((byte, at) => byte ^ (over[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concatBytes(masked, hash, Uint8Array.of(0xbc));
}

/** EMSA-PSS-VERIFY (RFC 8017, 9.1.2): the salt that was used is in it; encoded with it, it must come out the same. */
function holds(message: Uint8Array, bits: number, block: Uint8Array): boolean {
  const masked = block.subarray(0, block.length - HASH - 1);
  const over = mask(block.subarray(masked.length, block.length - 1), masked.length);
  const salt = masked.map((byte, at) => byte ^ (over[at] ?? 0)).subarray(-SALT);
  return numberOf(encoded(message, bits, salt)) === numberOf(block);
}

export const plain: Way = {
  prepare: (message) => concatBytes(random(PREFIX_BYTES), message),
  async blind(key, prepared) {
    const { n, e, bits, length } = read(key);
    const block = numberOf(encoded(prepared, bits - 1, random(SALT)));
    const drawn = below(n, length);
    const inverse = inverseOf(drawn, n);
    return { request: bytesOf((block * power(drawn, e, n)) % n, length), inverse: bytesOf(inverse, length) };
  },
  async finish(key, prepared, answer, inverse) {
    const { n, e, bits, length } = read(key);
    const signature = (numberOf(answer) * numberOf(inverse)) % n;
    const block = bytesOf(power(signature, e, n), Math.ceil((bits - 1) / 8));
    if (answer.length !== length || !holds(prepared, bits - 1, block)) throw new RangeError("no signature");
    return bytesOf(signature, length);
  },
};
