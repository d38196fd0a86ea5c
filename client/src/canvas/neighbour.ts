// What lies next to a thing, in the direction of an arrow key. Pure.
import type { Rect } from "./boxes.ts";
import type { Layout } from "./layout.ts";

export type Way = "left" | "right" | "up" | "down";

const middle = (rect: Rect) => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });

/** How far a thing is in this direction; what lies aside counts as farther. Infinite: it is not that way. */
function farness(from: Rect, to: Rect, way: Way): number {
  const [a, b] = [middle(from), middle(to)];
  const [across, down] = [b.x - a.x, b.y - a.y];
  const ahead = { left: -across, right: across, up: -down, down }[way];
  const aside = Math.abs(way === "left" || way === "right" ? down : across);
  return ahead <= 8 || aside > ahead * 4 + 60 ? Number.POSITIVE_INFINITY : ahead + aside * 2;
}

/** The nearest card, group or item that way, or "". Between a card and the group it lies in one goes up and down. */
export function neighbour(layout: Layout, from: string, way: Way): string {
  const start = layout.rects.get(from);
  if (!start) return layout.order[0] ?? "";
  let [best, least] = ["", Number.POSITIVE_INFINITY];
  for (const key of layout.order) {
    const rect = layout.rects.get(key);
    if (!rect || key === from) continue;
    // A group is met at its name.
    const met = key.startsWith("group:") ? { ...rect, height: 44 } : rect;
    const left = from.startsWith("group:") ? { ...start, height: 44 } : start;
    const far = farness(left, met, way);
    if (far < least) [best, least] = [key, far];
  }
  return best;
}
