// How large a card is on the board: by its words alone, so that every screen agrees.
import type { CardEntry } from "../protocol.gen.ts";

/** Units of the board. */
export const CARD_WIDTH = 200;
export const LINE_HEIGHT = 20;
const LETTERS = 21; // of a line at 15 px; a wider face makes the card grow on that screen, and clips nothing
const AROUND = 28;
const FOOT = 24;
const LEAST = 68;

/** How many lines of so many letters these words take, broken between words; a longer word is broken itself. */
export function linesOf(text: string, letters = LETTERS): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(/\s+/)) {
      const long = [...word].length;
      if (used > 0 && used + 1 + long > letters) {
        lines += 1;
        used = 0;
      }
      const more = Math.max(0, Math.ceil(long / letters) - 1);
      lines += more;
      used += (used > 0 ? 1 : 0) + long - more * letters;
    }
  }
  return lines;
}

const known = new WeakMap<CardEntry, number>();

/** The height of a card. An entry never changes, so it is measured once. */
export function heightOf(card: CardEntry): number {
  const found = known.get(card);
  if (found !== undefined) return found;
  const foot = card.signed !== "" || card.late || card.target !== "" ? FOOT : 0;
  const height = Math.max(LEAST, linesOf(card.text) * LINE_HEIGHT + AROUND + foot);
  known.set(card, height);
  return height;
}
