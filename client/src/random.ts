// Random ids and keys. crypto.randomUUID and crypto.subtle do not exist on plain http; these do.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

function hex(bytes: number): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(bytes)));
}

/** A new record's id: 128 random bits as 32 hexadecimal letters. */
export function newId(): string {
  return hex(16);
}

/** A new edit key or nullifier: 256 random bits as 64 hexadecimal letters. */
export function newKey(): string {
  return hex(32);
}

/** What the server keeps instead of the edit key: SHA-256("card-edit" + workshop + key), as hex. */
export function verifierOf(workshop: string, key: string): string {
  return bytesToHex(sha256(utf8ToBytes(`card-edit${workshop}${key}`)));
}

/** The same things in a random order (the list itself stays as it is). */
export function shuffled<T>(things: readonly T[]): T[] {
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    const other = drawn % (last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}
