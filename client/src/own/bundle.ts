// What goes to another device, sealed (AES-GCM) and padded, so that the server sees neither what nor how much it is.
import { gcm } from "@noble/ciphers/aes.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

// In a library, since browsers keep their own back on plain http; the same sizes stand in server/bundle.py.
const SIZES = [16_384, 65_536];
const ONCE = 12;
const MEANS = utf8ToBytes("folkmoot move 1");

/** There is more on this device than fits. */
export class TooMuch extends Error {}
/** What was fetched is not what was sealed with this key. */
export class Broken extends Error {}

function base64url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

/** Plain data, sealed. Throws `TooMuch`. */
export function sealed(things: unknown, key: Uint8Array): string {
  const words = utf8ToBytes(JSON.stringify(things));
  const size = SIZES.find((one) => words.length + 4 <= one);
  if (size === undefined) throw new TooMuch();
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint32(0, words.length);
  padded.set(words, 4);
  const once = crypto.getRandomValues(new Uint8Array(ONCE));
  const closed = gcm(key, once, MEANS).encrypt(padded);
  const whole = new Uint8Array(ONCE + closed.length);
  whole.set(once);
  whole.set(closed, ONCE);
  return base64url(whole);
}

/** What was sealed. Throws `Broken`. */
export function opened(text: string, key: Uint8Array): unknown {
  try {
    const whole = bytesOf(text);
    const padded = gcm(key, whole.subarray(0, ONCE), MEANS).decrypt(whole.subarray(ONCE));
    const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
    return JSON.parse(new TextDecoder().decode(padded.subarray(4, 4 + length)));
  } catch {
    throw new Broken();
  }
}
