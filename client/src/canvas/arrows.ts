// Lines and arrows: an end that is tied to a card, a group or an item stands at its edge and follows it. Pure.
import type { ItemEntry } from "../protocol.gen.ts";
import type { Rect } from "./boxes.ts";

export interface Ends {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

type Point = readonly [x: number, y: number];

/** Units of the board: between a thing and the end of a line that is tied to it. */
const AIR = 6;
const HEAD = 14;

const middle = (rect: Rect): Point => [rect.x + rect.width / 2, rect.y + rect.height / 2];

/** Where a line from the middle of `rect` towards a point leaves it. */
export function edgeOf(rect: Rect, toward: Point): Point {
  const [x, y] = middle(rect);
  const [dx, dy] = [toward[0] - x, toward[1] - y];
  if (dx === 0 && dy === 0) return [x, rect.y - AIR];
  const across = dx === 0 ? Number.POSITIVE_INFINITY : (rect.width / 2 + AIR) / Math.abs(dx);
  const down = dy === 0 ? Number.POSITIVE_INFINITY : (rect.height / 2 + AIR) / Math.abs(dy);
  // What overlaps has no way between: the ends meet in the middle.
  const t = Math.min(across, down, 1);
  return [x + dx * t, y + dy * t];
}

/** Where a line or an arrow begins and ends. `at`: its own place; `rectOf`: where what it is tied to lies. */
export function endsOf(
  item: Pick<ItemEntry, "points" | "start" | "end">,
  at: { readonly x: number; readonly y: number },
  rectOf: (key: string) => Rect | undefined | null,
): Ends {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = item.points;
  const start = item.start === "" ? null : (rectOf(item.start) ?? null);
  const end = item.end === "" ? null : (rectOf(item.end) ?? null);
  const from: Point = start === null ? [at.x + x1, at.y + y1] : middle(start);
  const to: Point = end === null ? [at.x + x2, at.y + y2] : middle(end);
  const [a, b] = start === null ? from : edgeOf(start, to);
  const [c, d] = end === null ? to : edgeOf(end, from);
  return { x1: Math.round(a), y1: Math.round(b), x2: Math.round(c), y2: Math.round(d) };
}

/** The place and numbers of a line from one point of the board to another. */
export function lineOf(from: Point, to: Point): { readonly rect: Rect; readonly points: readonly number[] } {
  const [x1, y1, x2, y2] = [from[0], from[1], to[0], to[1]].map(Math.round) as [number, number, number, number];
  const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
  const rect = { x, y, width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  return { rect, points: [x1 - x, y1 - y, x2 - x, y2 - y] };
}

/** A line as an SVG path, with a head at its end for an arrow. */
export function linePath({ x1, y1, x2, y2 }: Ends, head: boolean): string {
  const line = `M${x1} ${y1}L${x2} ${y2}`;
  if (!head) return line;
  return `${line}${headPath({ x1, y1, x2, y2 })}`;
}

/** The head of an arrow alone: it is never dashed. */
export function headPath({ x1, y1, x2, y2 }: Ends): string {
  const way = Math.atan2(y2 - y1, x2 - x1);
  const wing = (turn: number) =>
    `${Math.round(x2 - HEAD * Math.cos(way + turn))} ${Math.round(y2 - HEAD * Math.sin(way + turn))}`;
  return `M${wing(0.45)}L${x2} ${y2}L${wing(-0.45)}`;
}

/** The rectangle around a line. */
export function aroundEnds(ends: Ends): Rect {
  const [x, y] = [Math.min(ends.x1, ends.x2), Math.min(ends.y1, ends.y2)];
  return { x, y, width: Math.abs(ends.x2 - ends.x1), height: Math.abs(ends.y2 - ends.y1) };
}
