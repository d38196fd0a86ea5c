// Handles on the one drawing that is chosen: its corner makes it larger or smaller, its ends go elsewhere.
// They are for pointers only; the menu has the same for keys and fingers that cannot drag.
import { useEffect } from "preact/hooks";
import type { ItemEntry } from "../protocol.gen.ts";
import { headPath, lineOf, linePath } from "./arrows.ts";
import type { Rect } from "./boxes.ts";
import { chosen } from "./chosen.ts";
import { held } from "./holding.ts";
import { endsNow } from "./ink.ts";
import { svg } from "./ink-pieces.ts";
import { d } from "./ink-words.ts";
import { canArrange } from "./may.ts";
import { isLocked } from "./moves.ts";
import { LINES, partsOf, SMALLEST, scaled } from "./shapes.ts";
import { shown } from "./shown.ts";
import { changeItem, itemOf, movedLine } from "./tools-draw.ts";
import { previewOn } from "./tools-preview.ts";
import type { World } from "./world.ts";

type Which = "start" | "end" | "corner";
type Place = readonly [x: number, y: number];

/** Where the handles of an item stand on the board. */
export function handlesOf(on: Pick<World, "rect">, item: ItemEntry): ReadonlyMap<Which, Place> {
  const ends = endsNow(on, shown.peek(), item);
  if (ends !== null) {
    return new Map<Which, Place>([
      ["start", [ends.x1, ends.y1]],
      ["end", [ends.x2, ends.y2]],
    ]);
  }
  const rect = on.rect(`item:${item.id}`);
  return rect ? new Map<Which, Place>([["corner", [rect.x + rect.width, rect.y + rect.height]]]) : new Map();
}

/** How many times as large an item gets whose corner is dragged to a point. */
export function growth(rect: Rect, x: number, y: number): readonly [number, number] {
  const factor = (size: number, to: number) => Math.max(SMALLEST, to) / Math.max(1, size);
  return [factor(rect.width, x - rect.x), factor(rect.height, y - rect.y)];
}

function theOne(): ItemEntry | null {
  const [key = ""] = chosen.peek();
  if (chosen.peek().size !== 1 || !canArrange.peek() || held.peek().size > 0 || isLocked(key)) return null;
  const item = itemOf(key);
  return item?.kind === "picture" ? null : item;
}

/** Drags one handle: an outline goes along, and the item changes once it is let go. */
function dragged(on: World, which: Which, item: ItemEntry, from: PointerEvent, handle: HTMLElement): void {
  const preview = previewOn(on);
  const rect = on.rect(`item:${item.id}`);
  const ends = endsNow(on, shown.peek(), item);
  const lineTo = (x: number, y: number) => {
    if (ends === null) return null;
    return which === "start" ? { ...ends, x1: x, y1: y } : { ...ends, x2: x, y2: y };
  };
  const move = (event: PointerEvent) => {
    const { x, y } = on.toBoard(event.clientX, event.clientY);
    const line = lineTo(x, y);
    const head = item.kind === "arrow" && line ? headPath(line) : "";
    const [wide, high] = rect ? growth(rect, x, y) : [1, 1];
    const box = rect && `M${rect.x} ${rect.y}h${rect.width * wide}v${rect.height * high}h${-rect.width * wide}z`;
    preview.group.replaceChildren(
      svg("path", { class: "ink-outline", d: line ? linePath(line, false) + head : (box ?? "") }),
    );
  };
  const end = (event: PointerEvent, keep: boolean) => {
    handle.removeEventListener("pointermove", move);
    handle.removeEventListener("pointerup", up);
    handle.removeEventListener("pointercancel", cancel);
    preview.close();
    if (!keep || Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < 3) return;
    const { x, y } = on.toBoard(event.clientX, event.clientY);
    const line = lineTo(x, y);
    if (line !== null) {
      const { rect: around, points } = lineOf([line.x1, line.y1], [line.x2, line.y2]);
      const tie = on.at(x, y);
      const free = tie === `item:${item.id}` || LINES.has(itemOf(tie)?.kind ?? "text") ? "" : tie;
      void movedLine(item, around, points, which === "start" ? { start: free } : { end: free });
    } else if (rect) void changeItem({ id: item.id, ...partsOf(item), ...scaled(item, ...growth(rect, x, y)) });
  };
  const up = (event: PointerEvent) => end(event, true);
  const cancel = (event: PointerEvent) => end(event, false);
  handle.setPointerCapture(from.pointerId);
  handle.addEventListener("pointermove", move);
  handle.addEventListener("pointerup", up);
  handle.addEventListener("pointercancel", cancel);
}

/** Keeps the handles where they belong. */
export function Handles({ on }: { on: World }) {
  useEffect(() => {
    const there = new Map<Which, HTMLElement>();
    const made = (which: Which) => {
      const handle = document.createElement("div");
      handle.className = "ink-handle";
      handle.dataset.ownPointer = "";
      handle.dataset.which = which;
      handle.title = d(which === "corner" ? "item.resize" : "item.end");
      handle.addEventListener("pointerdown", (event) => {
        const item = theOne();
        event.stopPropagation();
        if (item !== null) dragged(on, which, item, event, handle);
      });
      on.box.append(handle);
      there.set(which, handle);
      return handle;
    };
    const stop = on.onFrame(() => {
      const item = theOne();
      const places = item === null ? new Map<Which, Place>() : handlesOf(on, item);
      for (const [which, handle] of there) handle.hidden = !places.has(which);
      for (const [which, [x, y]] of places) {
        const handle = there.get(which) ?? made(which);
        const at = on.toScreen(x, y);
        handle.style.transform = `translate(${at.x}px, ${at.y}px)`;
      }
    });
    return () => {
      stop();
      for (const handle of there.values()) handle.remove();
    };
  }, [on]);
  return null;
}
