// Fingers, pen, mouse and wheel: what moves the camera, and who hears the rest.
import { panned, zoomedAt } from "./camera.ts";
import { carrying } from "./holding.ts";
import type { World } from "./world.ts";

/** What is done with one pointer that is no tool's: choosing, moving, panning. */
export interface Hand {
  down(event: PointerEvent): void;
  move(event: PointerEvent): void;
  up(event: PointerEvent): void;
  cancel(): void;
}

const WHEEL = 0.0022;
const LINE = 24; // CSS pixels that a wheel means by a line

type Holder = "tool" | "hand" | "pinch" | null;

function middle(points: readonly PointerEvent[]): { x: number; y: number; apart: number } {
  const [a, b] = [points[0] as PointerEvent, points.at(-1) as PointerEvent];
  const apart = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  return { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2, apart };
}

function wheel(on: World, event: WheelEvent): void {
  event.preventDefault();
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
  const [across, down] = [event.deltaX * unit, event.deltaY * unit];
  if (event.ctrlKey || event.metaKey) {
    const corner = on.box.getBoundingClientRect();
    const to = on.camera().scale * Math.exp(-Math.max(-120, Math.min(120, down)) * WHEEL * 2);
    on.look(zoomedAt(on.camera(), event.clientX - corner.left, event.clientY - corner.top, to));
  } else if (event.shiftKey && across === 0) on.look(panned(on.camera(), down, 0));
  else on.look(panned(on.camera(), across, down));
}

/** Hears everything that points at the board. Gives back how to stop. */
export function hearGestures(on: World, hand: Hand): () => void {
  const touches = new Map<number, PointerEvent>();
  let holder: Holder = null;
  let last = { x: 0, y: 0, apart: 0 };

  const pinch = () => {
    const now = middle([...touches.values()]);
    const corner = on.box.getBoundingClientRect();
    const to = on.camera().scale * (last.apart > 0 ? now.apart / last.apart : 1);
    const moved = panned(on.camera(), last.x - now.x, last.y - now.y);
    on.look(zoomedAt(moved, now.x - corner.left, now.y - corner.top, to));
    last = now;
  };
  const drop = () => {
    if (holder === "tool") on.tool.peek()?.cancel();
    if (holder === "hand") hand.cancel();
    holder = null;
  };
  const down = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest("[data-own-pointer]")) return;
    if (event.pointerType === "touch") touches.set(event.pointerId, event);
    if (touches.size === 2) {
      drop();
      holder = "pinch";
      last = middle([...touches.values()]);
      return;
    }
    if (holder !== null || touches.size > 2) return;
    on.box.setPointerCapture?.(event.pointerId);
    const tool = on.tool.peek();
    const takes = tool !== null && !carrying.peek() && event.button === 0 && tool.down(on.pointOf(event), event);
    holder = takes ? "tool" : "hand";
    if (takes) event.preventDefault();
    else hand.down(event);
  };
  const move = (event: PointerEvent) => {
    if (touches.has(event.pointerId)) touches.set(event.pointerId, event);
    if (holder === "pinch") pinch();
    else if (holder === "tool") on.tool.peek()?.move(on.pointOf(event), event);
    else if (holder === "hand") hand.move(event);
  };
  const up = (event: PointerEvent) => {
    touches.delete(event.pointerId);
    if (holder === "tool") on.tool.peek()?.up(on.pointOf(event), event);
    if (holder === "hand") hand.up(event);
    // The finger that stays after a pinch does nothing: it would jump.
    if (holder !== "pinch" || touches.size === 0) holder = null;
  };
  const lost = (event: PointerEvent) => {
    touches.delete(event.pointerId);
    drop();
  };
  const roll = (event: WheelEvent) => wheel(on, event);
  const { box } = on;
  box.addEventListener("pointerdown", down);
  box.addEventListener("pointermove", move);
  box.addEventListener("pointerup", up);
  box.addEventListener("pointercancel", lost);
  box.addEventListener("wheel", roll, { passive: false });
  return () => {
    box.removeEventListener("pointerdown", down);
    box.removeEventListener("pointermove", move);
    box.removeEventListener("pointerup", up);
    box.removeEventListener("pointercancel", lost);
    box.removeEventListener("wheel", roll);
  };
}
