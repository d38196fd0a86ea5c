// The one layer that moves: its camera, its frames, and what may draw and hear in it. What lies in it: `drawn.ts`.
import { effect, type Signal, signal, untracked } from "@preact/signals";
import { entries, run } from "../workshop.ts";
import { around, holds, type Rect } from "./boxes.ts";
import { type Camera, FAR, fitted, kept, revealing, type Size, seenBy, topOf } from "./camera.ts";
import { freeOf } from "./free.ts";
import { type Grid, gridOf } from "./grid.ts";
import { held } from "./holding.ts";
import { inkTouched, liesBelow } from "./ink.ts";
import { directionOf } from "./order.ts";
import { pending } from "./pending.ts";
import { placeNow, placeOfAll, reachOf } from "./places.ts";
import { layout } from "./shown.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
  /** 0 to 100; of a mouse always 50. */
  readonly pressure: number;
}

/** What hears pointers first, while it is chosen. `down`: whether it takes this one. */
export interface Tool {
  readonly name: string;
  readonly cursor: string;
  down(point: Point, event: PointerEvent): boolean;
  move(point: Point, event: PointerEvent): void;
  up(point: Point, event: PointerEvent): void;
  cancel(): void;
}

/** One frame. `seen`: what is in the box; `far`: only blocks are shown; `changed`: things, not just the camera. */
export interface Frame {
  readonly camera: Camera;
  readonly size: Size;
  readonly seen: Rect;
  readonly far: boolean;
  readonly changed: boolean;
}

export interface World {
  readonly box: HTMLElement;
  /** Where columns, and where cards and groups are drawn (`drawn.ts`). */
  readonly areas: HTMLElement;
  readonly things: HTMLElement;
  readonly tool: Signal<Tool | null>;
  layer(place: "below" | "above"): HTMLElement;
  toBoard(clientX: number, clientY: number): { x: number; y: number };
  toScreen(x: number, y: number): { x: number; y: number };
  pointOf(event: PointerEvent): Point;
  camera(): Camera;
  size(): Size;
  look(camera: Camera): void;
  show(rect: Rect, way?: "fit" | "top" | "near"): void;
  rect(key: string): Rect | undefined;
  near(rect: Rect): string[];
  at(x: number, y: number): string;
  onFrame(hear: (frame: Frame) => void): () => void;
  redraw(): void;
  again(): void;
  close(): void;
}

/** The board that is shown, or null. */
export const world = signal<World | null>(null);
/** How large it is shown, for whoever says so in words. */
export const scale = signal(1);

/** Where this device looked last in this step: whoever changes the view comes back to it. A new step has a new place. */
let lastLook: { readonly camera: Camera; readonly run: string } | null = null;
const runNow = () => run.peek()?.id ?? "";
const RANK: Readonly<Record<string, number>> = { area: 0, group: 1, card: 2, item: 3 };
// Shapes lie under cards: in them things can be put together.
const rankOf = (key: string) => (liesBelow(key) ? 0.5 : (RANK[key.slice(0, key.indexOf(":"))] ?? 0));

const element = (name: string): HTMLElement => {
  const made = document.createElement("div");
  made.className = name;
  return made;
};

/** The layout with what is being dragged where it is dragged to, and its grid, made anew when either changes. */
function stand() {
  let from: unknown[] = [];
  let grid: Grid = gridOf([]);
  const rect = (key: string): Rect | undefined => {
    const there = layout.peek().rects.get(key);
    const put = pending.peek().get(key);
    return there && put ? { ...there, x: put.x, y: put.y } : there;
  };
  const current = () => {
    if (from[0] !== layout.peek() || from[1] !== pending.peek()) {
      from = [layout.peek(), pending.peek()];
      grid = gridOf([...layout.peek().rects.keys()].map((key) => [key, rect(key) as Rect] as const));
    }
    return grid;
  };
  return {
    rect,
    near: (box: Rect) =>
      current()
        .near(box)
        .sort((a, b) => rankOf(a) - rankOf(b)),
  };
}

/** Puts a board into an element. Close it when the element goes. */
export function openWorld(box: HTMLElement): World {
  const moving = element("world");
  const [areas, things] = [element("world-areas"), element("world-things")];
  const layers = { below: element("world-layer"), above: element("world-layer") };
  moving.append(areas, layers.below, things, layers.above);
  box.append(moving);
  const { rect, near } = stand();
  const hearers = new Set<(frame: Frame) => void>();
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  let size: Size = { width: box.clientWidth, height: box.clientHeight };
  let [asked, changed] = [0, true];

  const frame = () => {
    asked = 0;
    moving.style.transform = `translate(${-camera.x * camera.scale}px, ${-camera.y * camera.scale}px) scale(${camera.scale})`;
    const far = camera.scale < FAR;
    const told = { camera, size, seen: seenBy(camera, size), far, changed };
    if (far !== box.hasAttribute("data-far")) box.toggleAttribute("data-far", far);
    changed = false;
    scale.value = camera.scale;
    for (const hear of hearers) hear(told);
  };
  const soon = () => {
    if (asked === 0) asked = requestAnimationFrame(frame);
  };
  const look = (to: Camera) => {
    camera = kept(
      to,
      size,
      untracked(() => reachOf(layout.peek())),
    );
    if (size.width > 0) lastLook = { camera, run: runNow() };
    soon();
  };
  const first = () => {
    if (lastLook?.run === runNow()) return lastLook.camera;
    const place = placeNow(layout.peek().areas, size);
    return place ? topOf(place, size, directionOf(entries.peek())) : fitted(placeOfAll(layout.peek()), size);
  };
  const watch = new ResizeObserver(() => {
    const before = size;
    size = { width: box.clientWidth, height: box.clientHeight };
    if (before.width === 0) look(first());
    changed = true;
    soon();
  });
  watch.observe(box);
  const stop = effect(() => {
    layout.value;
    pending.value;
    changed = true;
    soon();
  });
  // Everybody goes on to a step at once: the board does, too, unless this hand holds something.
  let step = runNow();
  const follow = effect(() => {
    const now = run.value?.id ?? "";
    if (now === step) return;
    step = now;
    if (size.width > 0 && held.peek().size === 0) look(untracked(first));
  });
  const toBoard = (clientX: number, clientY: number) => {
    const corner = box.getBoundingClientRect();
    return {
      x: camera.x + (clientX - corner.left) / camera.scale,
      y: camera.y + (clientY - corner.top) / camera.scale,
    };
  };
  const made: World = {
    ...{ box, areas, things },
    tool: signal<Tool | null>(null),
    layer(place) {
      const layer = element("world-part");
      layers[place].append(layer);
      return layer;
    },
    toBoard,
    toScreen: (x, y) => ({ x: (x - camera.x) * camera.scale, y: (y - camera.y) * camera.scale }),
    pointOf: (event) => {
      const pressed = event.pointerType === "pen" ? Math.round(event.pressure * 100) : 50;
      return { ...toBoard(event.clientX, event.clientY), pressure: pressed };
    },
    camera: () => camera,
    size: () => size,
    look,
    show(target, way = "fit") {
      if (way === "top") return look(topOf(target, size, directionOf(entries.peek())));
      const free = freeOf(box, size);
      const lowered = (from: Camera, by: number) => ({ ...from, y: from.y + by / from.scale });
      const to = way === "fit" ? fitted(target, free.size) : revealing(lowered(camera, free.top), free.size, target);
      look(lowered(to, -free.top));
    },
    rect,
    near,
    at(x, y) {
      const reach = 6 / camera.scale;
      const there = near({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach });
      const exact = (key: string) =>
        key.startsWith("item:") ? inkTouched(made, key, x, y, reach) : holds(rect(key) as Rect, x, y);
      return there.filter((key) => !key.startsWith("area:") && exact(key)).at(-1) ?? "";
    },
    onFrame(hear) {
      hearers.add(hear);
      changed = true;
      soon();
      return () => hearers.delete(hear);
    },
    redraw() {
      changed = true;
      soon();
    },
    again: soon,
    close() {
      cancelAnimationFrame(asked);
      watch.disconnect();
      stop();
      follow();
      hearers.clear();
      moving.remove();
      if (world.peek() === made) world.value = null;
    },
  };
  look(first());
  world.value = made;
  return made;
}

/** What of these is on the board, as one rectangle. */
export function rectOf(on: World, keys: Iterable<string>): Rect | null {
  return around([...keys].flatMap((key) => on.rect(key) ?? []));
}
