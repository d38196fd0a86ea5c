// What of a board's box nothing lies over: bars stand at its upper and lower edge.
import type { Size } from "./camera.ts";

/** The free part of a box. `top`: CSS pixels from its upper edge. */
export interface Free {
  readonly top: number;
  readonly size: Size;
}

const LEAST = 90; // CSS pixels; a lower strip is of no use, then bars may lie over things

/** Measured now, since bars come and go and wrap. */
export function freeOf(box: HTMLElement, size: Size): Free {
  const bar = (name: string) => box.parentElement?.querySelector<HTMLElement>(name);
  const above = bar(".chosen-bar");
  const top = above ? above.offsetTop + above.offsetHeight : 0;
  const height = size.height - top - (bar(".canvas-foot")?.offsetHeight ?? 0);
  return height < LEAST ? { top: 0, size } : { top, size: { ...size, height } };
}
