// Which cards, groups and areas are there as elements: those near what is seen, in the order in which they are read.
import { effect } from "@preact/signals";
import { workshop } from "../workshop.ts";
import { areaPiece, placeArea } from "./area.tsx";
import type { Rect } from "./boxes.ts";
import { chosen, current } from "./chosen.ts";
import { found } from "./finding.ts";
import { held, over } from "./holding.ts";
import { nearby } from "./near.ts";
import { dressPiece, fillPiece, type Look, madePiece, setPiece } from "./pieces.ts";
import { layout, shown } from "./shown.ts";
import type { Frame, World } from "./world.ts";

interface Piece {
  readonly element: HTMLElement;
  filled: readonly unknown[];
  rect: Rect | undefined;
  dressed: string;
}

/** What makes a piece look as it does: other objects, other looks. */
function sources(key: string): readonly unknown[] {
  const view = shown.peek();
  const entry = view.get(key) as { readonly group?: string; readonly target?: string } | undefined;
  const spot = view.get(`spot:${key.slice(key.indexOf(":") + 1)}`);
  return [entry, spot, view.get(`group:${entry?.group ?? ""}`), view.get(entry?.target ?? "")];
}

const same = (a: readonly unknown[], b: readonly unknown[]) => a.every((one, at) => one === b[at]);

/** In the order of reading. */
function inOrder(keys: string[]): string[] {
  const { order } = layout.peek();
  if (ranks.of !== order) ranks = { of: order, at: new Map(order.map((key, at) => [key, at])) };
  const at = (key: string) => ranks.at.get(key) ?? 0;
  return keys.sort((a, b) => at(a) - at(b));
}

/** The place of each key in that order; made once for a layout. */
let ranks: { of: readonly string[] | null; at: ReadonlyMap<string, number> } = { of: null, at: new Map() };

/** Keeps the pieces of a world drawn. Gives back how to stop. */
export function drawPieces(on: World): () => void {
  const pieces = new Map<string, Piece>();

  const look = (key: string): Look => ({
    chosen: chosen.peek().has(key),
    current: current.peek() === key,
    held: held.peek().has(key),
    over: over.peek() === key,
    found: found.peek().has(key),
    reading: workshop.peek()?.reading === key,
  });
  const dress = (keys: Iterable<string> = pieces.keys()) => {
    for (const key of keys) {
      const piece = pieces.get(key);
      if (piece === undefined || key.startsWith("area:")) continue;
      const wanted = look(key);
      const text = Object.values(wanted).join();
      if (piece.dressed !== text) dressPiece(piece.element, wanted);
      piece.dressed = text;
    }
  };
  const wanted = (frame: Frame, near: readonly string[]): string[] => {
    const there = layout.peek().rects;
    const things = new Set(near.filter((key) => !frame.far || !key.startsWith("card:")));
    for (const key of [...chosen.peek(), current.peek()]) if (there.has(key)) things.add(key);
    const areas = layout.peek().areas.map((area) => `area:${area.kind}`);
    const shownNow = [...things].filter((key) => key.startsWith("card:") || key.startsWith("group:"));
    return [...areas.filter((key) => things.has(key)), ...inOrder(shownNow)];
  };
  const draw = (key: string): Piece => {
    const area = key.startsWith("area:");
    const piece = pieces.get(key) ?? {
      ...{ element: area ? areaPiece(key) : madePiece(key), filled: [], rect: undefined, dressed: "" },
    };
    const rect = on.rect(key);
    if (area) placeArea(piece.element, key);
    else {
      const from = sources(key);
      if (piece.filled.length === 0 || !same(from, piece.filled)) fillPiece(piece.element, shown.peek(), key);
      piece.filled = from;
      if (rect && rect !== piece.rect) setPiece(piece.element, rect);
    }
    piece.rect = rect;
    pieces.set(key, piece);
    return piece;
  };
  const round = nearby(on, wanted, (key) => pieces.has(key));
  const hear = (frame: Frame) => {
    const now = round(frame);
    if (now === null) return;
    const there = new Set(now.keys);
    for (const [key, piece] of now.anew ? pieces : []) {
      if (there.has(key)) continue;
      piece.element.remove();
      pieces.delete(key);
    }
    // In the order of reading: only what does not stand in its place is put there.
    let before: ChildNode | null = on.things.firstChild;
    for (const key of now.keys) {
      const known = pieces.get(key);
      if (known === undefined && !now.due.has(key)) continue;
      const { element } = known && !frame.changed && !key.startsWith("area:") ? known : draw(key);
      if (key.startsWith("area:")) {
        if (!element.isConnected) on.areas.append(element);
      } else if (element === before) before = before.nextSibling;
      else on.things.insertBefore(element, before);
    }
    dress(frame.changed ? pieces.keys() : now.due);
  };
  const ends = [
    on.onFrame(hear),
    effect(() => {
      chosen.value;
      current.value;
      held.value;
      over.value;
      found.value;
      workshop.value?.reading;
      dress();
    }),
    effect(() => {
      // One that is chosen is there also from far away.
      chosen.value;
      current.value;
      on.redraw();
    }),
  ];
  return () => {
    for (const end of ends) end();
    on.areas.replaceChildren();
    on.things.replaceChildren();
  };
}
