// The server's end of a blind signature, in a test: a key of its own, and plain arithmetic with it.
import { hexToBytes } from "@noble/hashes/utils.js";
import vectors from "../../tests/server/rfc9474.json" with { type: "json" };

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let result = 1n;
  for (let bit = exponent, square = base % n; bit > 0n; bit >>= 1n, square = (square * square) % n) {
    if (bit & 1n) result = (result * square) % n;
  }
  return result;
}

const hex = (number: bigint, letters: number) => number.toString(16).padStart(letters, "0");
const base64url = (text: string) => BigInt(`0x${Buffer.from(text, "base64url").toString("hex")}`);

function pemOf(spki: ArrayBuffer): string {
  const body = Buffer.from(spki).toString("base64").replace(/.{64}/g, "$&\n");
  return `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`;
}

const ALGORITHM = { name: "RSA-PSS", hash: "SHA-384" };

/** A key of 2,048 bits: its public half in PEM, and what signs a request as the server does. */
export async function aSigner() {
  const size = { ...ALGORITHM, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const pair = await crypto.subtle.generateKey(size, true, ["sign", "verify"]);
  const { n = "", d = "" } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return {
    pem: pemOf(await crypto.subtle.exportKey("spki", pair.publicKey)),
    sign: (request: string) => hex(power(BigInt(`0x${request}`), base64url(d), base64url(n)), 512),
    /** Whether an ordinary RSA-PSS check of the browser takes it. */
    holds: (prefix: string, message: string, sig: string) =>
      crypto.subtle.verify(
        { name: "RSA-PSS", saltLength: 48 },
        pair.publicKey,
        Buffer.from(sig, "base64url"),
        Buffer.concat([Buffer.from(prefix, "hex"), Buffer.from(message)]),
      ),
  };
}

/** RFC 9474, appendix A: the vector for the way that is used here, as bytes; `mask`: the random factor. */
export async function vector() {
  const found = vectors.find((one) => one.name === "RSABSSA-SHA384-PSS-Randomized");
  if (found === undefined) throw new Error("the vector is missing");
  const bytes = (name: keyof typeof found) => hexToBytes(found[name]);
  const n = BigInt(`0x${found.n}`);
  const text = (name: "n" | "e") => Buffer.from(bytes(name)).toString("base64url");
  const jwk = { kty: "RSA", ext: true, n: text("n"), e: text("e") };
  const key = await crypto.subtle.importKey("jwk", jwk, ALGORITHM, true, ["verify"]);
  return {
    bytes,
    key: new Uint8Array(await crypto.subtle.exportKey("spki", key)),
    mask: hexToBytes(hex(inverse(BigInt(`0x${found.inv}`), n), 1024)),
  };
}

function inverse(number: bigint, n: bigint): bigint {
  let [old, now, was, is] = [number, n, 1n, 0n];
  while (now !== 0n) {
    const times = old / now;
    [old, now, was, is] = [now, old - times * now, is, was - times * is];
  }
  return ((was % n) + n) % n;
}
