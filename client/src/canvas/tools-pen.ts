// Pen and highlighter, and the rubber that takes whole strokes away.
import { newId } from "../random.ts";
import { inkTouched } from "./ink.ts";
import { svg } from "./ink-pieces.ts";
import { sendStroke } from "./pointer.ts";
import { STROKES } from "./shapes.ts";
import { type InkKind, type InkPoint, outlineOf, strokeOf } from "./strokes.ts";
import { addItem, inkColour, itemOf, removeItems, undescribed } from "./tools-draw.ts";
import { type Closing, previewOn } from "./tools-preview.ts";
import type { Point, World } from "./world.ts";

const EACH_MS = 60;

function drawing(event: PointerEvent): readonly PointerEvent[] {
  const all = event.getCoalescedEvents?.() ?? [];
  return all.length > 0 ? all : [event];
}

/** A pen: the line is there while one draws, and an item once it is drawn. */
export function penOf(on: World, kind: InkKind): Closing {
  const preview = previewOn(on);
  let points: InkPoint[] = [];
  let path: SVGPathElement | null = null;
  let sent = { id: "", from: 0, at: 0 };
  const show = () => {
    if (path === null) return;
    const flat = points.flatMap((p) => [p.x, p.y, p.pressure]);
    path.setAttribute("d", outlineOf(kind, flat));
  };
  const share = (now: number, all: boolean) => {
    if (!all && now - sent.at < EACH_MS) return;
    sendStroke(sent.id, points.slice(sent.from));
    sent = { ...sent, from: points.length, at: now };
  };
  const finish = () => {
    preview.clear();
    path = null;
    points = [];
  };
  return {
    name: kind,
    cursor: "crosshair",
    down(point, event) {
      points = [point];
      sent = { id: newId(), from: 0, at: event.timeStamp };
      path = svg("path", { class: "ink-edge" });
      preview.group.dataset.kind = kind;
      preview.group.dataset.colour = inkColour.peek();
      preview.group.replaceChildren(path);
      show();
      return true;
    },
    move(_point, event) {
      for (const one of drawing(event)) points.push(on.pointOf(one));
      show();
      share(event.timeStamp, false);
    },
    up(_point, event) {
      share(event.timeStamp, true);
      const stroke = strokeOf(points);
      finish();
      if (stroke === null) return;
      const { rect } = stroke;
      void addItem({ kind, ...rect, points: stroke.points }, true).then((id) => {
        if (id !== "" && kind === "pen") undescribed.value = [...undescribed.peek(), `item:${id}`];
      });
    },
    cancel: finish,
    close: preview.close,
  };
}

const REACH = 8; // CSS pixels

/** A rubber: what it passes over turns pale, and goes when it is lifted. */
export function eraserOf(on: World): Closing {
  const touched = new Set<string>();
  const mark = (key: string, gone: boolean) => {
    on.box.querySelector(`.ink-item[data-item="${key}"]`)?.toggleAttribute("data-gone", gone);
  };
  const rub = (point: Point) => {
    const reach = REACH / on.camera().scale;
    const box = { x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach };
    for (const key of on.near(box)) {
      const kind = itemOf(key)?.kind;
      if (kind === undefined || !(STROKES.has(kind) || kind === "line" || kind === "arrow") || touched.has(key))
        continue;
      if (!inkTouched(on, key, point.x, point.y, reach)) continue;
      touched.add(key);
      mark(key, true);
    }
  };
  const drop = () => {
    for (const key of touched) mark(key, false);
    touched.clear();
  };
  return {
    name: "eraser",
    cursor: "cell",
    down(point) {
      rub(point);
      return true;
    },
    move: rub,
    up() {
      const keys = [...touched];
      drop();
      void removeItems(keys);
    },
    cancel: drop,
    close: drop,
  };
}
