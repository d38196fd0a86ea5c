// A line that is tied to two things follows them; whoever drags the line itself wants it elsewhere, and it comes loose.
import type { Act } from "../own/acts.ts";
import type { ItemEntry } from "../protocol.gen.ts";
import { endsOf, lineOf } from "./arrows.ts";
import { groupOf } from "./moves.ts";
import { spotOf } from "./order.ts";
import { LINES } from "./shapes.ts";
import { layout, shown } from "./shown.ts";

/** Whether a line lets go when these things are moved: both its ends are tied, and nothing that holds it goes along.
 * One with a free end stays tied at the other. */
export function comesLoose(item: ItemEntry, moving: { has(key: string): boolean }): boolean {
  const isThere = (tie: string) => tie !== "" && shown.peek().has(tie);
  const goesAlong = (tie: string) => moving.has(tie) || moving.has(`group:${groupOf(tie)}`);
  const ties = [item.start, item.end];
  return LINES.has(item.kind) && ties.every(isThere) && !ties.some(goesAlong);
}

/** What makes those of these lines loose that come loose; each keeps its length and its way. */
export function loosened(keys: readonly string[]): Act[] {
  const moving = new Set(keys);
  return keys.flatMap((key): Act[] => {
    const item = key.startsWith("item:") ? (shown.peek().get(key) as ItemEntry | undefined) : undefined;
    if (item === undefined || !comesLoose(item, moving)) return [];
    const at = spotOf(shown.peek(), item.id) ?? { x: 0, y: 0 };
    const ends = endsOf(item, at, (tie) => layout.peek().rects.get(tie));
    const { rect, points } = lineOf([ends.x1, ends.y1], [ends.x2, ends.y2]);
    const { width, height } = rect;
    return [["ChangeItem", { id: item.id, width, height, points, start: "", end: "", text: item.text }]];
  });
}
