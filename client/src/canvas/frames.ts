// The frame of a group and the cards in it.
import type { CardEntry, GroupEntry } from "../protocol.gen.ts";
import { CARD_WIDTH, heightOf, LINE_HEIGHT, linesOf } from "./sizes.ts";

/** Units of the board: between cards, and from a frame's edge to what lies in it. */
export const GAP = 12;
const EMPTY = 68;
const HEAD = 24;
/** Letters of a group's name in a line of a frame that is one card wide. */
const LETTERS = 20;

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Where each card lies, from the frame's corner. */
  readonly cards: readonly { readonly id: string; readonly x: number; readonly y: number; readonly height: number }[];
}

/** How many cards stand beside each other in a frame: it grows squarely. */
function across(count: number): number {
  if (count <= 1) return 1;
  return count <= 4 ? 2 : 3;
}

/** The frame of a group with these cards in it, in this order. `direction`: as in `order.ts`. */
export function frameOf(group: GroupEntry, cards: readonly CardEntry[], direction: 1 | -1): Frame {
  const columns = across(cards.length);
  const width = columns * CARD_WIDTH + (columns + 1) * GAP;
  let top = HEAD + linesOf(group.name, LETTERS * columns) * LINE_HEIGHT;
  const placed: Frame["cards"][number][] = [];
  for (let from = 0; from < cards.length; from += columns) {
    const row = cards.slice(from, from + columns);
    row.forEach((card, at) => {
      const column = direction === 1 ? at : columns - 1 - at;
      placed.push({ id: card.id, x: GAP + column * (CARD_WIDTH + GAP), y: top, height: heightOf(card) });
    });
    top += Math.max(...row.map(heightOf)) + GAP;
  }
  return { width, height: cards.length === 0 ? top + EMPTY + GAP : top, cards: placed };
}
