// The order in which things on the board are read: what somebody placed, row by row, then the rest.
import type { SpotEntry } from "../protocol.gen.ts";
import type { ViewEntries } from "../workshop.ts";

/** Things whose tops differ by no more than this stand in one row. */
const ROW = 40;

/** Languages that are read from right to left: there the columns run that way, for everybody. */
const FROM_RIGHT = new Set(["ar", "fa", "he", "ur"]);

/** Keys by id: putting strings together, thousands for every change, is what makes an old phone slow. */
function keysBy(kind: string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const key = `${kind}:${id}`;
    known.set(id, key);
    return key;
  };
}

const spotKey = keysBy("spot");
export const cardKey = keysBy("card");
export const itemKey = keysBy("item");

/** How the thing with this id lies, or null where nobody has touched it. */
export function spotOf(view: ViewEntries, id: string): SpotEntry | null {
  return (view.get(spotKey(id)) as SpotEntry | undefined) ?? null;
}

/** 1 where the board is read from left to right, -1 from right to left: by the workshop's language. */
export function directionOf(view: ViewEntries): 1 | -1 {
  const head = view.get("workshop") as { readonly language?: string } | undefined;
  return FROM_RIGHT.has(head?.language ?? "") ? -1 : 1;
}

/** Placed ones from top to bottom in rows, then across; all others after them, as they stand in `list`. */
export function inReadingOrder<T extends { readonly id: string }>(view: ViewEntries, list: readonly T[]): T[] {
  const placed: { readonly one: T; readonly x: number; readonly y: number }[] = [];
  const rest: T[] = [];
  for (const one of list) {
    const spot = spotOf(view, one.id);
    if (spot?.placed) placed.push({ one, x: spot.x, y: spot.y });
    else rest.push(one);
  }
  if (placed.length === 0) return rest;
  const across = directionOf(view);
  placed.sort((a, b) => a.y - b.y || (a.x - b.x) * across);
  const read: T[] = [];
  for (let from = 0; from < placed.length; ) {
    const top = placed[from]?.y ?? 0;
    let to = from;
    while (to < placed.length && (placed[to]?.y ?? 0) - top <= ROW) to += 1;
    const row = to === from + 1 ? [placed[from] as (typeof placed)[number]] : placed.slice(from, to);
    if (row.length > 1) row.sort((a, b) => (a.x - b.x) * across || a.y - b.y);
    for (const { one } of row) read.push(one);
    from = to;
  }
  return [...read, ...rest];
}
