// What lies near a rectangle, without looking at everything. Pure.
import { type Rect, touch } from "./boxes.ts";

const CELL = 1024;

export interface Grid {
  /** The keys of what touches it, in the order in which they were put in. */
  near(rect: Rect): string[];
}

/** More cells than the board is wide: they are numbered row by row. */
const ROW = 1 << 20;

function cellsOf(rect: Rect): number[] {
  const cells: number[] = [];
  for (let row = Math.floor(rect.y / CELL); row <= Math.floor((rect.y + rect.height) / CELL); row += 1) {
    for (let column = Math.floor(rect.x / CELL); column <= Math.floor((rect.x + rect.width) / CELL); column += 1) {
      cells.push(row * ROW + column);
    }
  }
  return cells;
}

/** Puts each of these into the cells that it touches. */
export function gridOf(rects: Iterable<readonly [string, Rect]>): Grid {
  const cells = new Map<number, [number, string, Rect][]>();
  let number = 0;
  for (const [key, rect] of rects) {
    number += 1;
    for (const cell of cellsOf(rect)) {
      const there = cells.get(cell);
      if (there) there.push([number, key, rect]);
      else cells.set(cell, [[number, key, rect]]);
    }
  }
  return {
    near(rect) {
      const found = new Map<string, number>();
      // From far away more cells are seen than hold anything.
      const wanted = (rect.width * rect.height) / (CELL * CELL) > cells.size ? [...cells.keys()] : cellsOf(rect);
      for (const cell of wanted) {
        for (const [at, key, box] of cells.get(cell) ?? []) if (touch(box, rect) || flat(box, rect)) found.set(key, at);
      }
      return [...found].sort((a, b) => a[1] - b[1]).map(([key]) => key);
    },
  };
}

/** A straight line has no height, and still is there. */
function flat(box: Rect, rect: Rect): boolean {
  return (
    (box.width === 0 || box.height === 0) && touch({ ...box, width: box.width || 1, height: box.height || 1 }, rect)
  );
}
