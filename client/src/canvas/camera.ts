// What of the board is seen: the point in the corner of its box, and how large things are. Pure.
import type { Rect } from "./boxes.ts";

export interface Camera {
  readonly x: number;
  readonly y: number;
  /** CSS pixels for one unit of the board. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const SMALLEST = 0.02;
export const LARGEST = 3;
/** Under this, words are too small to read: only blocks are shown. */
export const FAR = 0.42;
/** CSS pixels that stay free around what is shown. */
export const AROUND = 24;
/** From here on an old eye reads the words; on a phone two cards stand beside each other. */
export const READABLE = 0.75;
/** Whole columns may be shown a little smaller than that, so that all of them is seen. */
export const TOGETHER = 0.55;
const STEPS = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, LARGEST];

function within(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}

/** The camera moved by CSS pixels. */
export function panned(camera: Camera, across: number, down: number): Camera {
  return { ...camera, x: camera.x + across / camera.scale, y: camera.y + down / camera.scale };
}

/** Zoomed so that what lies under the point of the box (CSS pixels) stays there. */
export function zoomedAt(camera: Camera, x: number, y: number, to: number): Camera {
  const scale = within(to);
  return { x: camera.x + x / camera.scale - x / scale, y: camera.y + y / camera.scale - y / scale, scale };
}

/** The next step of zoom, in (1) or out (-1), about the middle of the box. */
export function stepped(camera: Camera, box: Size, way: 1 | -1): Camera {
  const [larger, smaller] = [
    STEPS.filter((one) => one > camera.scale * 1.01),
    STEPS.filter((one) => one < camera.scale * 0.99),
  ];
  const next = way === 1 ? larger[0] : smaller.at(-1);
  return zoomedAt(camera, box.width / 2, box.height / 2, next ?? (way === 1 ? LARGEST : SMALLEST));
}

/** The whole rectangle in the middle of the box, no larger than `most`. */
export function fitted(rect: Rect, box: Size, most = 1): Camera {
  const across = (box.width - 2 * AROUND) / Math.max(1, rect.width);
  const down = (box.height - 2 * AROUND) / Math.max(1, rect.height);
  const scale = within(Math.min(most, across, down));
  return {
    x: rect.x + rect.width / 2 - box.width / 2 / scale,
    y: rect.y + rect.height / 2 - box.height / 2 / scale,
    scale,
  };
}

/** The top of a rectangle, as wide as fits and large enough to read; what is wider begins at the edge that people
 * read from (`direction` -1: the right one). */
export function topOf(rect: Rect, box: Size, direction: 1 | -1 = 1): Camera {
  const across = (box.width - 2 * AROUND) / Math.max(1, rect.width);
  const scale = across < TOGETHER ? READABLE : Math.min(1, across);
  const spare = box.width / scale - rect.width;
  const edge = Math.min(AROUND, box.width / 20) / scale;
  const x = direction === 1 ? rect.x - edge : rect.x - spare + edge;
  return { x: spare > 0 ? rect.x - spare / 2 : x, y: rect.y - edge, scale };
}

/** The smallest move that brings the rectangle into the box; the camera itself when it is there. */
export function revealing(camera: Camera, box: Size, rect: Rect): Camera {
  const margin = AROUND / camera.scale;
  const [wide, high] = [box.width / camera.scale, box.height / camera.scale];
  const move = (from: number, seen: number, at: number, size: number) => {
    if (at - margin < from || size + 2 * margin > seen) return at - margin;
    return Math.max(from, at + size + margin - seen);
  };
  const x = move(camera.x, wide, rect.x, rect.width);
  const y = move(camera.y, high, rect.y, rect.height);
  const there = rect.x >= camera.x && rect.y >= camera.y && rect.x + rect.width <= camera.x + wide;
  return there && rect.y + rect.height <= camera.y + high ? camera : { ...camera, x, y };
}

/** Never so far away that nothing of the board is left in the box. */
export function kept(camera: Camera, box: Size, bounds: Rect): Camera {
  const [wide, high] = [box.width / camera.scale, box.height / camera.scale];
  const [across, down] = [wide * 0.7, high * 0.7];
  const x = Math.min(Math.max(camera.x, bounds.x - across), bounds.x + bounds.width - wide + across);
  const y = Math.min(Math.max(camera.y, bounds.y - down), bounds.y + bounds.height - high + down);
  return {
    x: bounds.width + 2 * across < wide ? camera.x : x,
    y: bounds.height + 2 * down < high ? camera.y : y,
    scale: camera.scale,
  };
}

/** What is seen, as a rectangle of the board. */
export function seenBy(camera: Camera, box: Size): Rect {
  return { x: camera.x, y: camera.y, width: box.width / camera.scale, height: box.height / camera.scale };
}
