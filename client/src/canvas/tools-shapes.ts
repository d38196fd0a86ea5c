// Lines, arrows, boxes, ellipses and diamonds, drawn from one point to another; and where words are put.
import { type Ends, endsOf, headPath, lineOf, linePath } from "./arrows.ts";
import { svg } from "./ink-pieces.ts";
import { between, type ShapeKind, shapePath, USUAL } from "./shapes.ts";
import { addItem, inkColour, itemOf } from "./tools-draw.ts";
import { type Closing, type Preview, previewOn } from "./tools-preview.ts";
import type { Point, World } from "./world.ts";

type Pair = readonly [number, number];
type Flat = Readonly<{ x: number; y: number }>;
const pair = ({ x, y }: Flat): Pair => [x, y];

const TAP = 6; // CSS pixels: less than this was no drawing

function dressed(preview: Preview, kind: string, ...parts: SVGElement[]): void {
  preview.group.dataset.kind = kind;
  preview.group.dataset.colour = inkColour.peek();
  preview.group.replaceChildren(...parts);
}

/** What an end would be tied to: the topmost thing there, but no other line. */
function tieAt(on: World, at: Flat): string {
  const key = on.at(at.x, at.y);
  const kind = itemOf(key)?.kind;
  return kind === undefined || kind === "box" || kind === "ellipse" || kind === "diamond" || kind === "text" ? key : "";
}

/** A line or an arrow. An arrow is tied to what it begins and ends on. */
export function lineTool(on: World, kind: "line" | "arrow", done: (id: string) => void): Closing {
  const preview = previewOn(on);
  let from: Point | null = null;
  const tied = (to: Flat) => {
    const start = kind === "arrow" && from !== null ? tieAt(on, from) : "";
    const end = kind === "arrow" ? tieAt(on, to) : "";
    return start === end ? { start: "", end: "" } : { start, end };
  };
  const endsTo = (to: Flat): Ends => {
    const { rect, points } = lineOf(pair(from ?? to), pair(to));
    return endsOf({ points, ...tied(to) }, rect, (key) => on.rect(key));
  };
  const finish = () => {
    from = null;
    preview.clear();
  };
  return {
    name: kind,
    cursor: "crosshair",
    down(point) {
      from = point;
      return true;
    },
    move(point) {
      const ends = endsTo(point);
      const head = kind === "arrow" ? [svg("path", { class: "ink-head", d: headPath(ends) })] : [];
      dressed(preview, kind, svg("path", { class: "ink-line", d: linePath(ends, false) }), ...head);
    },
    up(point) {
      const start = from;
      const ties = tied(point);
      finish();
      if (start === null || Math.hypot(point.x - start.x, point.y - start.y) * on.camera().scale < TAP) return;
      const { rect, points } = lineOf(pair(start), pair(point));
      void addItem({ kind, ...rect, points, ...ties }).then(done);
    },
    cancel: finish,
    close: preview.close,
  };
}

/** A box, an ellipse or a diamond; a tap puts one of the usual size there. */
export function shapeTool(on: World, kind: ShapeKind, done: (id: string) => void): Closing {
  const preview = previewOn(on);
  let from: Point | null = null;
  const finish = () => {
    from = null;
    preview.clear();
  };
  return {
    name: kind,
    cursor: "crosshair",
    down(point) {
      from = point;
      return true;
    },
    move(point) {
      if (from === null) return;
      const rect = between(pair(from), pair(point));
      const shape = svg("path", { class: "ink-shape", d: shapePath(kind, rect.width, rect.height) });
      shape.setAttribute("transform", `translate(${rect.x} ${rect.y})`);
      dressed(preview, kind, shape);
    },
    up(point) {
      const start = from;
      finish();
      if (start === null) return;
      const tap = Math.hypot(point.x - start.x, point.y - start.y) * on.camera().scale < TAP;
      const corner = { x: Math.round(point.x - USUAL.width / 2), y: Math.round(point.y - USUAL.height / 2) };
      const rect = tap ? { ...corner, ...USUAL } : between(pair(start), pair(point));
      void addItem({ kind, ...rect }).then(done);
    },
    cancel: finish,
    close: preview.close,
  };
}

/** Asks for words where one taps. */
export function textTool(at: (place: Flat) => void): Closing {
  return {
    name: "text",
    cursor: "text",
    down: () => true,
    move() {},
    up: (point) => at({ x: Math.round(point.x), y: Math.round(point.y) }),
    cancel() {},
    close() {},
  };
}
