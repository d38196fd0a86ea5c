// Whether a point of the board touches what is drawn: its ink, and not the empty rectangle around it. Pure.
import type { ItemEntry } from "../protocol.gen.ts";
import type { Ends } from "./arrows.ts";
import type { Rect } from "./boxes.ts";
import { STROKES } from "./shapes.ts";
import { INK_WIDTH, type InkKind, triosOf } from "./strokes.ts";

/** How far from a point a line between two points passes. */
export function distance(x: number, y: number, { x1, y1, x2, y2 }: Ends): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / long));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

function strokeTouched(item: ItemEntry, rect: Rect, x: number, y: number, within: number): boolean {
  const trios = triosOf(item.points);
  const [left, top] = [Math.min(...trios.map((one) => one[0])), Math.min(...trios.map((one) => one[1]))];
  const [px, py] = [x - rect.x + left, y - rect.y + top];
  const reach = within + INK_WIDTH[item.kind as InkKind] / 2;
  return trios.some(([x2, y2], at) => {
    const [x1, y1] = trios[at === 0 ? 0 : at - 1] ?? [x2, y2];
    return distance(px, py, { x1, y1, x2, y2 }) <= reach;
  });
}

/** Whether a point is no farther than `within` from the ink of an item. `rect`: where it lies; `ends`: of a line. */
export function touched(item: ItemEntry, rect: Rect, ends: Ends | null, x: number, y: number, within: number): boolean {
  if (ends !== null) return distance(x, y, ends) <= within + 2;
  if (STROKES.has(item.kind)) return strokeTouched(item, rect, x, y, within);
  const inside = (by: number) =>
    x >= rect.x - by && x <= rect.x + rect.width + by && y >= rect.y - by && y <= rect.y + rect.height + by;
  // A shape with nothing in it is a frame: only its edge is there, so that what lies in it can be reached.
  const hollow = item.kind !== "text" && item.kind !== "picture" && item.text === "";
  return inside(within) && !(hollow && inside(-within - 4));
}
