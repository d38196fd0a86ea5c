// Lines drawn by hand: few enough points to send, and the outline that a pen leaves of them. Pure.
import { getStroke } from "perfect-freehand";
import type { Rect } from "./boxes.ts";

export interface InkPoint {
  readonly x: number;
  readonly y: number;
  /** 0 to 100. */
  readonly pressure: number;
}

export type InkKind = "pen" | "marker";

/** A stroke as an item holds it: whole numbers, x, y and pressure (0 to 100) by turns, from the corner of `rect`. */
export interface Stroke {
  readonly rect: Rect;
  readonly points: readonly number[];
}

const MOST_POINTS = 500; // 1,500 numbers (facilitation/shapes.py)
const FINE = 0.7;
const EVEN = 50;

/** Units of the board. */
export const INK_WIDTH: Readonly<Record<InkKind, number>> = { pen: 5, marker: 22 };

function offLine(p: InkPoint, a: InkPoint, b: InkPoint): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / long));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** Leaves out every point that lies no farther than `within` from the line without it (Douglas and Peucker, 1973). */
export function thinned(points: readonly InkPoint[], within: number): InkPoint[] {
  const keep = new Set<number>([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let [worst, at] = [within, -1];
    for (let i = from + 1; i < to; i += 1) {
      const off = offLine(points[i] as InkPoint, points[from] as InkPoint, points[to] as InkPoint);
      if (off > worst) [worst, at] = [off, i];
    }
    if (at < 0) continue;
    keep.add(at);
    spans.push([from, at], [at, to]);
  }
  return points.filter((_, at) => keep.has(at));
}

/** A drawn line as an item holds it; coarser where it would have too many points. Null for no points. */
export function strokeOf(drawn: readonly InkPoint[]): Stroke | null {
  let within = FINE;
  let few = thinned(drawn, within);
  while (few.length > MOST_POINTS) {
    within *= 1.6;
    few = thinned(few, within);
  }
  const whole = few.map((p) => ({ x: Math.round(p.x), y: Math.round(p.y), pressure: Math.round(p.pressure) }));
  const xs = whole.map((p) => p.x);
  const ys = whole.map((p) => p.y);
  if (whole.length === 0) return null;
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const rect = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  return { rect, points: whole.flatMap((p) => [p.x - x, p.y - y, Math.max(0, Math.min(100, p.pressure))]) };
}

type Trio = [x: number, y: number, pressure: number];

/** The numbers of an item by threes. */
export function triosOf(points: readonly number[]): Trio[] {
  const trios: Trio[] = [];
  for (let at = 0; at + 2 < points.length; at += 3)
    trios.push([points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0]);
  return trios;
}

const round = (n: number) => Math.round(n * 10) / 10;

/** The path through the middle of a stroke. */
export function middleOf(points: readonly number[]): string {
  const trios = triosOf(points);
  return trios.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
}

/** The outline of a stroke as an SVG path: wider where the pen was pressed. */
export function outlineOf(kind: InkKind, points: readonly number[]): string {
  const trios = triosOf(points);
  // A mouse and most fingers press evenly: then the speed makes the line live.
  const even = trios.every(([, , pressure]) => pressure === EVEN);
  const input = trios.map(([x, y, pressure]) => [x, y, pressure / 100]);
  const size = INK_WIDTH[kind];
  const look = kind === "pen" ? { size, thinning: 0.5, simulatePressure: even } : { size, thinning: 0 };
  const edge = getStroke(input, { ...look, smoothing: 0.5, streamline: 0.3, last: true });
  const [first] = edge;
  if (first === undefined) return "";
  // Through the middles of the edge's sides, so that no corner shows.
  const parts = edge.map(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = edge[(at + 1) % edge.length] ?? [];
    return `${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`;
  });
  return `M${round(first[0] ?? 0)} ${round(first[1] ?? 0)}Q${parts.join(" ")}Z`;
}
