// "Everyone look here": whoever leads asks all to look at what they see. A moment, kept nowhere.
import { type Moment, onMoments, sendMoment } from "../moments.ts";
import type { ViewEntries } from "../workshop.ts";
import type { Rect } from "./boxes.ts";
import type { Layout } from "./layout.ts";
import type { World } from "./world.ts";

const middleOf = ({ x, y, width, height }: Rect) => ({ x: x + width / 2, y: y + height / 2 });

/** What is seen on a board, in whole units of it. */
export function seenOf(on: Pick<World, "camera" | "size">): Rect {
  const [{ x, y, scale }, { width, height }] = [on.camera(), on.size()];
  const long = (size: number) => Math.max(1, Math.round(size / scale));
  return { x: Math.round(x), y: Math.round(y), width: long(width), height: long(height) };
}

/** Asks everybody to look at what is seen here. Gives back whether there is a line. */
export const call = (on: Pick<World, "camera" | "size">): boolean => sendMoment({ kind: "look", ...seenOf(on) });

/** Calls `hear` with where all are asked to look. Gives back how to stop. */
export function onCalls(hear: (place: Rect) => void): () => void {
  const isCall = (moment: Moment) => moment.kind === "look";
  return onMoments((moments) => {
    const last = moments.filter(isCall).at(-1);
    if (last?.kind === "look") hear({ x: last.x, y: last.y, width: last.width, height: last.height });
  });
}

/** The card that lies nearest to the middle of a place, or "": what the list shows of it. */
export function cardIn(view: ViewEntries, layout: Layout, place: Rect): string {
  const at = middleOf(place);
  let [best, found] = [Number.POSITIVE_INFINITY, ""];
  for (const [key, rect] of layout.rects) {
    if (!key.startsWith("card:") || !view.has(key)) continue;
    const { x, y } = middleOf(rect);
    const far = Math.hypot(x - at.x, y - at.y);
    if (far < best) [best, found] = [far, key];
  }
  return found;
}
