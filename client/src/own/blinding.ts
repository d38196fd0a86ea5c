// Blind signatures on the device (RFC 9474, RSABSSA-SHA384-PSS-Randomized). What the server signs is masked, so
// it cannot know its own signature again. All values are hexadecimal; the signature is base64url.
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** What a way of doing it can do, on bytes. */
export interface Way {
  prepare(message: Uint8Array): Uint8Array;
  blind(key: Uint8Array, prepared: Uint8Array): Promise<{ request: Uint8Array; inverse: Uint8Array }>;
  /** Throws where the answer is no signature. */
  finish(key: Uint8Array, prepared: Uint8Array, answer: Uint8Array, inverse: Uint8Array): Promise<Uint8Array>;
}

export const PREFIX_BYTES = 32;

/** The server's answer was not a signature of what it was asked for. */
export class BrokenAnswer extends Error {}

// Browsers give cryptography only to pages that came encrypted, or from this computer. A room's own network has others.
const way = async (): Promise<Way> =>
  crypto.subtle === undefined ? (await import("./blinding-plain.ts")).plain : (await import("./blinding-web.ts")).web;

/** The bytes of a public key in PEM. */
export function bytesOf(pem: string): Uint8Array {
  const base64 = pem.replace(/-----[^-]+-----|\s/g, "");
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** A message blinded for a key: what the server is shown, and what only this device may know. */
export async function blinded(pem: string, message: string) {
  const by = await way();
  const prepared = by.prepare(utf8ToBytes(message));
  const { request, inverse } = await by.blind(bytesOf(pem), prepared);
  const prefix = bytesToHex(prepared.subarray(0, PREFIX_BYTES));
  return { prefix, request: bytesToHex(request), inverse: bytesToHex(inverse) };
}

/** The signature in the server's answer. Throws `BrokenAnswer` where there is none. */
export async function finished(pem: string, message: string, prefix: string, inverse: string, answer: string) {
  const by = await way();
  const prepared = new Uint8Array([...hexToBytes(prefix), ...utf8ToBytes(message)]);
  try {
    const signature = await by.finish(bytesOf(pem), prepared, hexToBytes(answer), hexToBytes(inverse));
    return btoa(String.fromCharCode(...signature))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  } catch {
    throw new BrokenAnswer();
  }
}
