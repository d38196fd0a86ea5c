// Holding things and putting them down: the same for a mouse, a finger, a tap and the arrow keys.
import { holds } from "./boxes.ts";
import { chosen } from "./chosen.ts";
import { carrying, held, over } from "./holding.ts";
import { canArrange, canGroup } from "./may.ts";
import { groupOf, isLocked, putInto, putThere, type Spotted, tell } from "./moves.ts";
import { dropAll, hold, letGo, pending } from "./pending.ts";
import { layout } from "./shown.ts";
import { c } from "./words.ts";
import { rectOf, type World } from "./world.ts";

/** How far things can lie from the middle of the board (`shapes.FARTHEST`, and a card). */
const FARTHEST = 99_000;

let start: ReadonlyMap<string, { readonly x: number; readonly y: number }> = new Map();
let moved = { x: 0, y: 0 };

/** What can be taken up of these; says why something cannot. */
function liftable(keys: readonly string[]): string[] {
  if (!canArrange.peek()) {
    tell(c("not_now"));
    return [];
  }
  const free = keys.filter((key) => !isLocked(key));
  if (free.length < keys.length) tell(c("is_locked"));
  const loose = free.filter((key) => canGroup.peek() || groupOf(key) === "" || keys.includes(`group:${groupOf(key)}`));
  if (loose.length < free.length) tell(c("stays_in_group"));
  // A card goes along with its group.
  return loose.filter((key) => !keys.includes(`group:${groupOf(key)}`));
}

/** Takes up what is chosen, or this one alone where it is not chosen. Gives back whether anything was. */
export function lift(on: World, key: string): boolean {
  const keys = liftable(chosen.peek().has(key) ? [...chosen.peek()] : [key]);
  if (keys.length === 0) return false;
  const along = layout.peek().order.filter((one) => groupOf(one) && keys.includes(`group:${groupOf(one)}`));
  held.value = new Set(keys);
  start = new Map(
    [...keys, ...along].flatMap((one) => {
      const rect = on.rect(one);
      return rect ? [[one, { x: rect.x, y: rect.y }] as const] : [];
    }),
  );
  moved = { x: 0, y: 0 };
  return true;
}

/** Shows what is held so far from where it lay. */
export function carryBy(x: number, y: number): void {
  moved = { x, y };
  const clamp = (value: number) => Math.min(FARTHEST, Math.max(-FARTHEST, value));
  hold([...start].map(([key, at]) => [key, { x: clamp(at.x + x), y: clamp(at.y + y) }] as const));
}

/** Further by so much: for the arrow keys. */
export function carryOn(x: number, y: number): void {
  carryBy(moved.x + x, moved.y + y);
}

/** The group under a point into which what is held may be dropped, or "". */
export function groupUnder(on: World, x: number, y: number): string {
  if (!canGroup.peek() || ![...held.peek()].every((key) => key.startsWith("card:"))) return "";
  const groups = layout.peek().order.filter((key) => key.startsWith("group:") && !held.peek().has(key));
  return groups.filter((key) => holds(on.rect(key) ?? { x: 0, y: 0, width: 0, height: 0 }, x, y)).at(-1) ?? "";
}

/** Marks the group that would take what is held. `point`: the pointer; without one, the middle of what is held. */
export function aim(on: World, point?: { readonly x: number; readonly y: number }): void {
  const box = rectOf(on, held.peek());
  const at = point ?? (box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null);
  over.value = at ? groupUnder(on, at.x, at.y) : "";
}

/** Nothing is held any more. */
function empty(): void {
  held.value = new Set();
  over.value = "";
  carrying.value = false;
  start = new Map();
}

/** Puts it back to where it lay. */
export function dropBack(): void {
  if (held.peek().size === 0) return;
  empty();
  dropAll();
}

/** Puts down what is held: into the group under it, or where it is. Stays shown there until it is answered. */
export async function putDown(): Promise<boolean> {
  const [keys, group] = [[...held.peek()], over.peek().slice("group:".length)];
  const clamp = (value: number) => Math.round(Math.min(FARTHEST, Math.max(-FARTHEST, value)));
  const spots: Spotted[] = keys.flatMap((key) => {
    const at = start.get(key);
    return at ? [{ key, x: clamp(at.x + moved.x), y: clamp(at.y + moved.y) }] : [];
  });
  const still = moved.x === 0 && moved.y === 0;
  empty();
  const within = group !== "" && keys.every((key) => groupOf(key) === group);
  if (still || within) dropAll();
  if (still || within) return false;
  const places = [...pending.peek()];
  if (group === "") {
    // Out of a group and to a place are two acts: it stays where it is shown until both are answered.
    const done = await putThere(spots);
    letGo(places);
    return done;
  }
  const asked = putInto(keys, group);
  letGo(places);
  return asked;
}
