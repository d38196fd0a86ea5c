// The board by keyboard: from thing to thing, taking up, moving and putting down. Heard only while the focus is on it.
import { letters } from "../own/settings.ts";
import { stepped } from "./camera.ts";
import { aim, carryOn, dropBack, lift, putDown } from "./carry.ts";
import { choose, chosen, current, toggle } from "./chosen.ts";
import { held, over } from "./holding.ts";
import { tell } from "./moves.ts";
import { neighbour, type Way } from "./neighbour.ts";
import { said } from "./pieces.ts";
import { placeOfAll } from "./places.ts";
import { layout, shown } from "./shown.ts";
import { c } from "./words.ts";
import { rectOf, type World } from "./world.ts";

/** What the keys may ask of the page around the board. */
export interface Asked {
  readonly open: (key: string) => void;
  readonly find: () => void;
}

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const BY: Readonly<Record<Way, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
const [STEP, LEAP] = [20, 200];

/** Goes to a thing: the focus, and the camera by as little as needed. */
export function goTo(on: World, key: string): void {
  const rect = on.rect(key);
  if (!rect) return;
  current.value = key;
  on.show(rect, "near");
  // It may only be there with the next frame.
  const stop = on.onFrame(() => {
    stop();
    focusOn(on, key);
  });
}

/** The focus on a thing; where it is not there as an element, the board itself has it and says what it is. */
export function focusOn(on: World, key: string): void {
  const piece = on.box.querySelector<HTMLElement>(`[data-key="${key}"]`);
  (piece ?? on.box).focus({ preventScroll: true });
  if (!piece && shown.peek().has(key)) tell(said(shown.peek(), key));
}

/** The thing that the keys are at: where they were, else the first that is seen, else the first of all. */
export function here(on: World): string {
  if (shown.peek().has(current.peek())) return current.peek();
  const { camera, size } = { camera: on.camera(), size: on.size() };
  const seen = new Set(
    on.near({ x: camera.x, y: camera.y, width: size.width / camera.scale, height: size.height / camera.scale }),
  );
  const { order } = layout.peek();
  return order.find((key) => seen.has(key)) ?? order[0] ?? "";
}

function carry(on: World, way: Way, far: boolean): void {
  const [x, y] = BY[way];
  const by = far ? LEAP : STEP;
  carryOn(x * by, y * by);
  const before = over.peek();
  aim(on);
  const box = rectOf(on, held.peek());
  if (box) on.show(box, "near");
  if (over.peek() && over.peek() !== before) tell(c("over", { name: said(shown.peek(), over.peek()) }));
}

function take(on: World): void {
  const key = here(on);
  if (key && lift(on, key)) tell(c("taken_up", { count: held.peek().size }));
}

function put(on: World): void {
  const key = current.peek();
  void putDown();
  requestAnimationFrame(() => focusOn(on, key));
}

/** While something is held the keys move it. Gives back whether this key was for that. */
function heldKey(on: World, event: KeyboardEvent): boolean {
  const way = WAYS[event.key];
  if (way) carry(on, way, event.shiftKey);
  else if (event.key === "Enter" || event.key === " " || event.key.toLowerCase() === "m") put(on);
  else if (event.key === "Escape") {
    dropBack();
    tell(c("put_back"));
  } else return event.key !== "Tab";
  return true;
}

function step(on: World, key: string): boolean {
  const { order } = layout.peek();
  const at = order.indexOf(here(on));
  const to = { Home: 0, End: order.length - 1, PageDown: at + 1, PageUp: at - 1 }[key];
  const next = to === undefined ? undefined : order[to];
  if (next) goTo(on, next);
  return to !== undefined;
}

function letter(on: World, event: KeyboardEvent, asked: Asked): boolean {
  if (!letters()) return false;
  const way = { "+": 1, "=": 1, "-": -1 }[event.key] as 1 | -1 | undefined;
  if (way) on.look(stepped(on.camera(), on.size(), way));
  else if (event.key === "0") on.show(placeOfAll(layout.peek()));
  else if (event.key === "m" || event.key === "M") take(on);
  else if (event.key === "f" || event.key === "F") asked.find();
  else return false;
  return true;
}

/** Hears one key on the board. Gives back whether it was for the board. */
export function hearKey(on: World, event: KeyboardEvent, asked: Asked): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (held.peek().size > 0) return heldKey(on, event);
  const at = here(on);
  const way = WAYS[event.key];
  if (way) {
    const next = neighbour(layout.peek(), at, way);
    if (next) goTo(on, next);
    return true;
  }
  if (step(on, event.key)) return true;
  if (event.key === "Enter" && at) asked.open(at);
  else if (event.key === " " && at) {
    toggle(at);
    tell(c(chosen.peek().has(at) ? "chosen.yes" : "chosen.no", { count: chosen.peek().size }));
  } else if (event.key === "Escape" && chosen.peek().size > 0) {
    choose([]);
    tell(c("chosen.none"));
  } else return letter(on, event, asked);
  return true;
}
