// Boxes, ellipses and diamonds; how large words are; and what becomes of an item that is made larger. Pure.
import type { ItemEntry, ItemKind } from "../protocol.gen.ts";
import type { Rect } from "./boxes.ts";
import { linesOf } from "./sizes.ts";

export type ShapeKind = "box" | "ellipse" | "diamond";

export const SHAPES: ReadonlySet<ItemKind> = new Set<ItemKind>(["box", "ellipse", "diamond"]);
export const LINES: ReadonlySet<ItemKind> = new Set<ItemKind>(["line", "arrow"]);
export const STROKES: ReadonlySet<ItemKind> = new Set<ItemKind>(["pen", "marker"]);

/** What a shape measures that was not drawn but asked for; and the least that can be drawn. */
export const USUAL = { width: 240, height: 140 };
export const SMALLEST = 24;

const TEXT_WIDTH = 240;
const LETTER = 9;
const LINE = 24;
const AROUND = 16;

/** A shape as an SVG path from its own corner. */
export function shapePath(kind: ShapeKind, width: number, height: number): string {
  const [w, h] = [width / 2, height / 2];
  if (kind === "diamond") return `M${w} 0L${width} ${h}L${w} ${height}L0 ${h}Z`;
  if (kind === "ellipse") return `M0 ${h}A${w} ${h} 0 1 1 ${width} ${h}A${w} ${h} 0 1 1 0 ${h}Z`;
  const r = Math.min(10, w, h);
  const [right, low] = [width - r, height - r];
  return `M${r} 0H${right}Q${width} 0 ${width} ${r}V${low}Q${width} ${height} ${right} ${height}H${r}Q0 ${height} 0 ${low}V${r}Q0 0 ${r} 0Z`;
}

/** How large a text is on the board: by its letters alone, so that every screen agrees. */
export function textSize(text: string, width = 0): { readonly width: number; readonly height: number } {
  const longest = Math.max(1, ...text.split("\n").map((line) => [...line].length));
  const wide = width || Math.min(TEXT_WIDTH, Math.max(60, longest * LETTER + AROUND));
  const letters = Math.max(4, Math.floor((wide - AROUND) / LETTER));
  return { width: wide, height: linesOf(text, letters) * LINE + AROUND };
}

/** The rectangle between two points, never too small to be seen. */
export function between(a: readonly [number, number], b: readonly [number, number]): Rect {
  const [x, y] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])].map(Math.round) as [number, number];
  const side = (from: number, to: number) => Math.max(SMALLEST, Math.round(Math.abs(to - from)));
  return { x, y, width: side(a[0], b[0]), height: side(a[1], b[1]) };
}

export type Changed = Pick<ItemEntry, "width" | "height" | "points" | "start" | "end" | "text">;

/** The fields of an item that are one shared field. */
export function partsOf({ width, height, points, start, end, text }: Changed): Changed {
  return { width, height, points, start, end, text };
}

/** An item that many times as large, from its corner. What has points grows with them; a text only grows wider. */
export function scaled(item: ItemEntry, across: number, down: number): Changed {
  const parts = partsOf(item);
  const least = (n: number) => Math.max(SMALLEST, Math.min(20_000, Math.round(n)));
  if (item.kind === "text") {
    const width = least(item.width * across);
    return { ...parts, ...textSize(item.text, width) };
  }
  if (item.points.length > 0) {
    const step = STROKES.has(item.kind) ? 3 : 2;
    const factor = [across, down, 1];
    const points = item.points.map((n, at) => Math.round(n * (factor[at % step] ?? 1)));
    return { ...parts, points, width: Math.round(item.width * across), height: Math.round(item.height * down) };
  }
  return { ...parts, width: least(item.width * across), height: least(item.height * down) };
}
