// Everything drawn on the board that is near what is seen: lines and words above the cards, shapes below them.
import { effect } from "@preact/signals";
import type { ItemEntry } from "../protocol.gen.ts";
import type { ViewEntries } from "../workshop.ts";
import { aroundEnds, type Ends, endsOf } from "./arrows.ts";
import { chosen, current } from "./chosen.ts";
import { found } from "./finding.ts";
import { held } from "./holding.ts";
import { fillDrawing, fillItem, itemPiece, setDrawing, svg } from "./ink-pieces.ts";
import { nameOf } from "./ink-words.ts";
import { comesLoose } from "./loose.ts";
import { nearby } from "./near.ts";
import { spotOf } from "./order.ts";
import { pending } from "./pending.ts";
import { dressPiece, setPiece } from "./pieces.ts";
import { LINES, SHAPES } from "./shapes.ts";
import { touched } from "./shapes-touched.ts";
import { layout, shown } from "./shown.ts";
import type { Frame, World } from "./world.ts";

/** Whether a point of the board touches the ink of an item, and not only the rectangle around it. */
export function inkTouched(on: Pick<World, "rect">, key: string, x: number, y: number, within: number): boolean {
  const item = shown.peek().get(key) as ItemEntry | undefined;
  const rect = on.rect(key);
  return item !== undefined && rect !== undefined && touched(item, rect, endsNow(on, shown.peek(), item), x, y, within);
}

/** Whether this is a shape: those lie under the cards. */
export function liesBelow(key: string): boolean {
  return key.startsWith("item:") && SHAPES.has((shown.peek().get(key) as ItemEntry | undefined)?.kind ?? "text");
}

/** One layer: a sheet for what is drawn, and the pieces with the words on it. */
interface Sheet {
  readonly part: HTMLElement;
  readonly drawing: SVGSVGElement;
}

interface Drawn {
  readonly group: SVGGElement;
  readonly piece: HTMLElement;
  from: string;
  item: ItemEntry | null;
}

function sheetOf(on: World, place: "below" | "above"): Sheet {
  const part = on.layer(place);
  part.classList.add("inks", `inks-${place}`);
  const drawing = svg("svg", { class: "ink-sheet", "aria-hidden": "true", width: "1", height: "1" });
  part.append(drawing);
  return { part, drawing };
}

/** Where a line begins and ends now: what it is tied to may be in somebody's hand. */
export function endsNow(on: Pick<World, "rect">, view: ViewEntries, item: ItemEntry): Ends | null {
  if (!LINES.has(item.kind)) return null;
  const spot = spotOf(view, item.id) ?? { x: 0, y: 0 };
  const drawn = layout.peek().rects.get(`item:${item.id}`);
  const put = on.rect(`item:${item.id}`);
  const [dx, dy] = [(put?.x ?? 0) - (drawn?.x ?? 0), (put?.y ?? 0) - (drawn?.y ?? 0)];
  if (pending.peek().has(`item:${item.id}`) && comesLoose(item, pending.peek())) {
    const { x1, y1, x2, y2 } = endsOf(item, spot, (key) => on.rect(key));
    return { x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy };
  }
  return endsOf(item, { x: spot.x + dx, y: spot.y + dy }, (key) => on.rect(key));
}

/** Keeps what is drawn on a world in sight. Gives back how to stop. */
export function drawInk(on: World): () => void {
  const sheets = { below: sheetOf(on, "below"), above: sheetOf(on, "above") };
  const there = new Map<string, Drawn>();

  const make = (key: string, item: ItemEntry): Drawn => {
    const made = { group: svg("g", { class: "ink-item" }), piece: itemPiece(key), from: "", item: null };
    const sheet = SHAPES.has(item.kind) ? sheets.below : sheets.above;
    made.group.dataset.item = key;
    sheet.drawing.append(made.group);
    sheet.part.append(made.piece);
    there.set(key, made);
    return made;
  };
  const dress = (keys: Iterable<string>) => {
    for (const key of keys) {
      const drawn = there.get(key);
      if (drawn === undefined) continue;
      const { group, piece } = drawn;
      const look = {
        ...{ chosen: chosen.peek().has(key), current: current.peek() === key, held: held.peek().has(key) },
        ...{ found: found.peek().has(key), over: false, reading: false },
      };
      dressPiece(piece, look);
      group.toggleAttribute("data-chosen", look.chosen);
    }
  };
  const draw = (key: string) => {
    const item = shown.peek().get(key) as ItemEntry;
    const ends = endsNow(on, shown.peek(), item);
    const rect = ends === null ? on.rect(key) : aroundEnds(ends);
    if (rect === undefined) return;
    const one = there.get(key) ?? make(key, item);
    const spot = spotOf(shown.peek(), item.id);
    const names = [nameOf(shown.peek(), item.start), nameOf(shown.peek(), item.end)];
    const from = [spot?.colour, spot?.locked, rect.width, rect.height, ...names, ...Object.values(ends ?? {})].join();
    if (one.item !== item || one.from !== from) {
      fillDrawing(one.group, item, spot?.colour ?? "", rect, ends);
      fillItem(one.piece, shown.peek(), item);
    }
    [one.item, one.from] = [item, from];
    setDrawing(one.group, item, rect);
    setPiece(one.piece, rect);
  };
  const wanted = (_: Frame, near: readonly string[]): string[] => {
    const known = [...chosen.peek(), current.peek()].filter((key) => shown.peek().has(key));
    return [...new Set([...near, ...known])].filter((key) => key.startsWith("item:"));
  };
  const round = nearby(on, wanted, (key) => there.has(key));
  const hear = (frame: Frame) => {
    const now = round(frame);
    if (now === null) return;
    const keys = new Set(now.keys);
    for (const [key, { group, piece }] of now.anew ? there : []) {
      if (keys.has(key)) continue;
      group.remove();
      piece.remove();
      there.delete(key);
    }
    for (const key of now.keys) if (now.due.has(key) || (frame.changed && there.has(key))) draw(key);
    dress(frame.changed ? there.keys() : now.due);
  };
  const ends = [
    on.onFrame(hear),
    effect(() => {
      chosen.value;
      current.value;
      held.value;
      found.value;
      on.redraw();
    }),
  ];
  return () => {
    for (const end of ends) end();
    for (const { part } of Object.values(sheets)) part.remove();
  };
}
