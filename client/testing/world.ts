// A board for tests of tools: layers, coordinates and a box, without a camera that moves.
import { signal } from "@preact/signals";
import type { Rect } from "../src/canvas/boxes.ts";
import { layout } from "../src/canvas/shown.ts";
import type { Frame, Point, Tool, World } from "../src/canvas/world.ts";

export const at = (x: number, y: number, pressure = 50): Point => ({ x, y, pressure });

/** The part of a pointer's event that tools read; each is 100 ms after the one before. */
let clock = 0;
export function anEvent(x = 0, y = 0): PointerEvent {
  clock += 100;
  return { clientX: x, clientY: y, timeStamp: clock, button: 0 } as PointerEvent;
}

/** A world that shows the view of the test at full size. `frame()` draws a frame. */
export function aWorld(topmost = ""): World & { frame: () => void } {
  const box = document.createElement("div");
  box.className = "canvas";
  document.body.append(box);
  const hearers = new Set<(frame: Frame) => void>();
  const seen: Rect = { x: -50_000, y: -50_000, width: 100_000, height: 100_000 };
  const rect = (key: string) => layout.peek().rects.get(key);
  const made = {
    box,
    things: box,
    tool: signal<Tool | null>(null),
    layer: () => {
      const part = document.createElement("div");
      box.append(part);
      return part;
    },
    toBoard: (x: number, y: number) => ({ x, y }),
    toScreen: (x: number, y: number) => ({ x, y }),
    pointOf: (event: PointerEvent) => at(event.clientX, event.clientY),
    camera: () => ({ x: 0, y: 0, scale: 1 }),
    size: () => ({ width: 800, height: 600 }),
    look: () => undefined,
    show: () => undefined,
    rect,
    near: () => [...layout.peek().rects.keys()],
    at: () => topmost,
    onFrame: (hear: (frame: Frame) => void) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    redraw: () => undefined,
    again: () => undefined,
    close: () => box.remove(),
    frame: () => {
      const size = { width: 800, height: 600 };
      for (const hear of hearers) hear({ camera: { x: 0, y: 0, scale: 1 }, size, seen, far: false, changed: true });
    },
  };
  return made as unknown as World & { frame: () => void };
}
