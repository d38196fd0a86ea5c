// Where others point and what they are drawing: there for a moment, stored nowhere. Nothing says whose hand it is.
import { type Moment, onMoments, sendMoment } from "../moments.ts";
import { still } from "../own/settings.ts";
import { svg } from "./ink-pieces.ts";
import { type InkPoint, outlineOf } from "./strokes.ts";
import { type Closing, previewOn } from "./tools-preview.ts";
import type { Point, World } from "./world.ts";

const FADE_MS = 1000;
const EACH_MS = 50; // server/presence.py, EACH_SECOND
const MOST_NUMBERS = 300; // server/moments.py
const DOT = 9; // CSS pixels

/** Shows the others a part of a stroke that is being drawn. */
export function sendStroke(id: string, points: readonly InkPoint[]): void {
  if (points.length === 0) return;
  const flat = points.flatMap((p) => [Math.round(p.x), Math.round(p.y), Math.round(p.pressure)]);
  sendMoment({ kind: "stroke", id, points: flat.slice(-MOST_NUMBERS) });
}

/** Points at something while it is pressed; the others see a dot there for a second. */
export function pointerTool(on: World): Closing {
  const preview = previewOn(on);
  let last = 0;
  const show = (point: Point, event: PointerEvent) => {
    preview.group.replaceChildren(dot(on, point.x, point.y));
    if (event.timeStamp - last < EACH_MS) return;
    last = event.timeStamp;
    sendMoment({ kind: "pointer", x: Math.round(point.x), y: Math.round(point.y) });
  };
  return {
    name: "pointer",
    cursor: "crosshair",
    down(point, event) {
      show(point, event);
      return true;
    },
    move: show,
    up: preview.clear,
    cancel: preview.clear,
    close: preview.close,
  };
}

function dot(on: World, x: number, y: number): SVGElement {
  return svg("circle", { class: "ink-dot", cx: String(x), cy: String(y), r: String(DOT / on.camera().scale) });
}

/** Shows on a world what others do just now. Gives back how to stop. */
export function showMoments(on: World): () => void {
  const preview = previewOn(on);
  const strokes = new Map<string, { readonly path: SVGPathElement; points: number[]; timer: number }>();
  const dots = new Set<SVGElement>();

  const point = (x: number, y: number) => {
    // Where nothing may move, one dot stands where it was pointed last.
    if (still()) for (const old of dots) old.remove();
    const made = dot(on, x, y);
    made.classList.toggle("ink-fading", !still());
    dots.add(made);
    preview.group.append(made);
    setTimeout(() => {
      made.remove();
      dots.delete(made);
    }, FADE_MS);
  };
  const stroke = (id: string, points: readonly number[]) => {
    const one = strokes.get(id) ?? { path: svg("path", { class: "ink-edge" }), points: [], timer: 0 };
    one.points.push(...points);
    one.path.setAttribute("d", outlineOf("pen", one.points));
    if (!strokes.has(id)) preview.group.append(one.path);
    strokes.set(id, one);
    clearTimeout(one.timer);
    one.timer = window.setTimeout(() => {
      one.path.remove();
      strokes.delete(id);
    }, FADE_MS);
  };
  const hear = (moments: readonly Moment[]) => {
    for (const moment of moments) {
      if (moment.kind === "pointer") point(moment.x, moment.y);
      else if (moment.kind === "stroke" && !still()) stroke(moment.id, moment.points);
    }
  };
  const stop = onMoments(hear);
  return () => {
    stop();
    for (const { timer } of strokes.values()) clearTimeout(timer);
    preview.close();
  };
}
