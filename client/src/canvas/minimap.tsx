// The whole board, small, and what of it is seen. The buttons beside it do the same for whoever uses no pointer.
import { useEffect, useRef } from "preact/hooks";
import type { Rect } from "./boxes.ts";
import { fitted } from "./camera.ts";
import { layout } from "./shown.ts";
import { c } from "./words.ts";
import type { World } from "./world.ts";

const SIZE = { width: 148, height: 92 }; // CSS pixels

/** Where a rectangle of the board stands on the small one. */
function small(rect: Rect, bounds: Rect): Rect {
  const camera = fitted(bounds, { width: SIZE.width + 40, height: SIZE.height + 40 });
  const { scale } = camera;
  const place = (at: number, from: number) => (at - from) * scale - 20;
  return {
    ...{ x: place(rect.x, camera.x), y: place(rect.y, camera.y) },
    ...{ width: rect.width * scale, height: rect.height * scale },
  };
}

function draw(picture: HTMLCanvasElement, view: Rect): void {
  const pen = picture.getContext("2d");
  if (pen === null) return;
  const dense = Math.min(2, devicePixelRatio || 1);
  [picture.width, picture.height] = [SIZE.width * dense, SIZE.height * dense];
  pen.setTransform(dense, 0, 0, dense, 0, 0);
  const { areas, rects, bounds } = layout.peek();
  const style = getComputedStyle(picture);
  const [column, thing, frame] = ["--line", "--rule", "--focus"].map((name) => style.getPropertyValue(name));
  const fill = (color: string, rect: Rect) => {
    const box = small(rect, bounds);
    pen.fillStyle = color;
    pen.fillRect(box.x, box.y, Math.max(1.5, box.width), Math.max(1.5, box.height));
  };
  for (const area of areas) fill(column ?? "", area.rect);
  for (const [key, rect] of rects) if (!key.startsWith("area:")) fill(thing ?? "", rect);
  const seen = small(view, bounds);
  pen.strokeStyle = frame ?? "";
  pen.lineWidth = 2;
  const [left, top] = [Math.max(1, seen.x), Math.max(1, seen.y)];
  const right = Math.min(SIZE.width - 1, seen.x + seen.width);
  pen.strokeRect(left, top, right - left, Math.min(SIZE.height - 1, seen.y + seen.height) - top);
}

export function Minimap({ on }: { on: World }) {
  const picture = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let waits = 0;
    // A little later than the board: it is no use to draw it sixty times a second.
    return on.onFrame(({ seen }) => {
      clearTimeout(waits);
      waits = window.setTimeout(() => picture.current && draw(picture.current, seen), 80);
    });
  }, [on]);
  const go = (event: PointerEvent) => {
    if (event.type === "pointermove" && event.buttons !== 1) return;
    const corner = (event.currentTarget as Element).getBoundingClientRect();
    const { bounds } = layout.peek();
    const { scale, x, y } = fitted(bounds, { width: SIZE.width + 40, height: SIZE.height + 40 });
    const { width, height } = on.size();
    const camera = on.camera();
    on.look({
      x: x + (event.clientX - corner.left + 20) / scale - width / camera.scale / 2,
      y: y + (event.clientY - corner.top + 20) / scale - height / camera.scale / 2,
      scale: camera.scale,
    });
  };
  return (
    <div class="minimap" title={c("map.say")} aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <canvas ref={picture} class="minimap-picture" />
    </div>
  );
}
