// What an item looks like: an SVG drawing in the layer's sheet, and an element with its words that can hold the focus.
import type { ItemEntry } from "../protocol.gen.ts";
import type { ViewEntries } from "../workshop.ts";
import { type Ends, headPath, linePath } from "./arrows.ts";
import type { Rect } from "./boxes.ts";
import { itemSaid } from "./ink-words.ts";
import { spotOf } from "./order.ts";
import { LINES, SHAPES, STROKES, shapePath } from "./shapes.ts";
import { INK_WIDTH, type InkKind, middleOf, outlineOf, triosOf } from "./strokes.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with these attributes. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  given: Readonly<Record<string, string>> = {},
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
  return made;
}

/** The paths of a stroke. A coloured one has a grain along its middle, so that grey prints tell the colours apart. */
function strokePaths(item: ItemEntry, coloured: boolean): SVGElement[] {
  const kind = item.kind as InkKind;
  const edge = svg("path", { class: "ink-edge", d: outlineOf(kind, item.points) });
  if (!coloured) return [edge];
  const width = String(INK_WIDTH[kind] / 3);
  return [edge, svg("path", { class: "ink-grain", d: middleOf(item.points), "stroke-width": width })];
}

/** Draws an item anew. `ends`: of a line or an arrow, on the board. */
export function fillDrawing(into: SVGGElement, item: ItemEntry, colour: string, rect: Rect, ends: Ends | null): void {
  into.dataset.kind = item.kind;
  into.dataset.colour = colour;
  if (ends !== null) {
    const line = svg("path", { class: "ink-line", d: linePath(ends, false) });
    into.replaceChildren(
      line,
      ...(item.kind === "arrow" ? [svg("path", { class: "ink-head", d: headPath(ends) })] : []),
    );
  } else if (STROKES.has(item.kind)) into.replaceChildren(...strokePaths(item, colour !== ""));
  else if (SHAPES.has(item.kind)) {
    const path = shapePath(item.kind as "box", rect.width, rect.height);
    into.replaceChildren(svg("path", { class: "ink-shape", d: path }));
  } else into.replaceChildren();
}

/** Puts a drawing where it lies; a line says itself where it is. */
export function setDrawing(drawing: SVGGElement, item: ItemEntry, rect: Rect): void {
  if (LINES.has(item.kind)) return;
  let [x, y] = [rect.x, rect.y];
  if (STROKES.has(item.kind)) {
    const trios = triosOf(item.points);
    x -= Math.min(...trios.map((one) => one[0]));
    y -= Math.min(...trios.map((one) => one[1]));
  }
  drawing.setAttribute("transform", `translate(${x} ${y})`);
}

/** The element of an item that has its words, its name and the focus. */
export function itemPiece(key: string): HTMLElement {
  const piece = document.createElement("div");
  piece.className = "piece piece-item";
  piece.dataset.key = key;
  piece.setAttribute("role", "button");
  piece.setAttribute("aria-haspopup", "dialog");
  piece.tabIndex = -1;
  return piece;
}

/** Fills it: the words of a text or in a shape are there to be read; of a drawing they are for those who hear it. */
export function fillItem(piece: HTMLElement, view: ViewEntries, item: ItemEntry): void {
  const colour = spotOf(view, item.id)?.colour ?? "";
  piece.dataset.kind = item.kind;
  piece.dataset.colour = colour;
  piece.setAttribute("aria-label", itemSaid(view, item));
  if (item.kind === "picture") return; // who draws pictures fills it
  const read = item.kind === "text" || SHAPES.has(item.kind);
  const words = document.createElement("span");
  words.className = "ink-words";
  words.dir = "auto";
  words.textContent = read ? item.text : "";
  piece.replaceChildren(words);
}
