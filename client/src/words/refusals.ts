// What the server refuses, in the language of the page: its own sentence is English, and its code is the same everywhere.
import { translated } from "./words.ts";

/** The sentence of this refusal; the server's own where nobody has translated it. `field`: what it is about. */
export function sayOf(code: string, say: string, field = ""): string {
  return translated("refusals", `${code}.${field}`) ?? translated("refusals", code) ?? say;
}
