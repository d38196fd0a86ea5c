// A veil over what is asked: on its way it has one of three sizes, whatever it says (server/veil.py).

/** In bytes: a short command; a card of some length; the longest that there is. */
const SIZES = [512, 1536, 6656];
const SPACE = 32;

/** What is asked, filled up to one of the sizes and mixed with random bytes, which stand before it; as base64. */
export function veiled(said: unknown): string {
  const plain = new TextEncoder().encode(JSON.stringify(said));
  const size = SIZES.find((one) => plain.length <= one) ?? plain.length;
  const both = crypto.getRandomValues(new Uint8Array(2 * size));
  for (let at = 0; at < size; at += 1) both[size + at] = (plain[at] ?? SPACE) ^ (both[at] ?? 0);
  return btoa(String.fromCharCode(...both));
}
