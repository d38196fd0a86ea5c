// What tests of the board share: a box of a known size, and frames that come when a test asks for them.
import { openWorld, type World } from "../src/canvas/world.ts";
import type { SpotEntry } from "../src/protocol.gen.ts";
import { id } from "./workshop.ts";

/** A board in a box of 1,000 by 600, at full size with the origin in its corner. */
export function aBoard(): World {
  const box = document.createElement("div");
  Object.defineProperty(box, "clientWidth", { value: 1000 });
  Object.defineProperty(box, "clientHeight", { value: 600 });
  document.body.append(box);
  const on = openWorld(box);
  on.look({ x: 0, y: 0, scale: 1 });
  return on;
}

/** Resolves after the next frame. */
export const aFrame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** A spot entry under its key: the thing of this letter was placed there. */
export function aSpot(letter: string, some: Partial<SpotEntry> = {}): Readonly<Record<string, SpotEntry>> {
  const bare = { colour: "", colour_version: 0, locked: false, lock_version: 0 } as const;
  return { [`spot:${id(letter)}`]: { id: id(letter), placed: true, x: 0, y: 0, version: 1, ...bare, ...some } };
}

/** A pointer event as a browser would send it. */
export function aPointer(type: string, x: number, y: number, some: PointerEventInit = {}): PointerEvent {
  const plain = { bubbles: true, pointerId: 1, pointerType: "mouse", button: 0, buttons: 1 };
  return new PointerEvent(type, { ...plain, clientX: x, clientY: y, ...some });
}
