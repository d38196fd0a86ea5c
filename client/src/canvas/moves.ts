// What is asked of the server for things on the board; what it refuses falls back, with a quiet sentence.
import { signal } from "@preact/signals";
import { announce } from "../announcer.tsx";
import { ask } from "../asking.ts";
import type { Act } from "../own/acts.ts";
import { act, type StepName } from "../own/undo.ts";
import type { CardEntry, Colour } from "../protocol.gen.ts";
import { newId } from "../random.ts";
import { entriesOf, titleOf, workshop } from "../workshop.ts";
import type { Rect } from "./boxes.ts";
import { loosened } from "./loose.ts";
import { spotOf } from "./order.ts";
import { layout, shown } from "./shown.ts";
import { c } from "./words.ts";

/** The last sentence about what was done here; it stands under the board until the next one. */
export const sentence = signal("");

/** Says it, to eyes and ears. */
export function tell(text: string): void {
  sentence.value = text;
  announce(text);
}

export interface Spotted {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

const idOf = (key: string) => key.slice(key.indexOf(":") + 1);

/** Whether it is kept where and as it is. */
export function isLocked(key: string): boolean {
  return spotOf(shown.peek(), idOf(key))?.locked === true;
}

/** The group that a card lies in, or "". */
export function groupOf(key: string): string {
  const card = key.startsWith("card:") ? (shown.peek().get(key) as CardEntry | undefined) : undefined;
  return card?.group && shown.peek().has(`group:${card.group}`) ? card.group : "";
}

/** Asks, and tells what came of it: `done`, or why not. */
async function perform(name: StepName, acts: readonly Act[], done: string): Promise<boolean> {
  if (acts.length === 0) return false;
  const replies = await act(name, acts);
  const refused = replies.find((reply) => reply.status !== "ok");
  const because = refused && "say" in refused && refused.say ? refused.say : c("moved.changed");
  tell(refused ? c("moved.back", { because }) : done);
  return refused === undefined;
}

const placed = (spots: readonly Spotted[]): Act[] =>
  spots.map(({ key, x, y }) => ["Place", { what: key, placed: true, x: Math.round(x), y: Math.round(y) }]);

/** Puts things there. Cards that lie in a group leave it; that has to be allowed by whoever calls. */
export function putThere(spots: readonly Spotted[]): Promise<boolean> {
  const out = spots.filter(({ key }) => groupOf(key) !== "");
  const leave: Act[] = out.map(({ key }) => ["MoveCard", { id: idOf(key), group: "" }]);
  // First where it goes, which nobody sees of a line that is tied twice; then it comes loose there.
  const loose = loosened(spots.map(({ key }) => key));
  return perform("move", [...leave, ...placed(spots), ...loose], c("moved.done", { count: spots.length }));
}

/** Puts cards into a group, or ("") out of any, to where the board puts them by itself. */
export function putInto(keys: readonly string[], group: string): Promise<boolean> {
  const cards = keys.filter((key) => key.startsWith("card:") && groupOf(key) !== group);
  const name = titleOf(shown.peek(), `group:${group}`);
  const acts: Act[] = cards.map((key) => ["MoveCard", { id: idOf(key), group }]);
  const done = group ? c("moved.into", { count: cards.length, name }) : c("moved.out", { count: cards.length });
  return perform("group", acts, done);
}

/** Makes a group of these cards. */
export function makeGroup(keys: readonly string[], name: string): Promise<boolean> {
  const run = workshop.peek()?.run ?? "";
  const id = newId();
  const cards = keys.filter((key) => key.startsWith("card:"));
  const moves: Act[] = cards.map((key) => ["MoveCard", { id: idOf(key), group: id }]);
  const title = name.trim() || c("group.unnamed", { number: entriesOf(shown.peek(), "group").length + 1 });
  const done = c("moved.into", { count: cards.length, name: title });
  return perform("group", [["AddGroup", { id, run, name: title }], ...moves], done);
}

/** Gives things a colour. */
export function paint(keys: readonly string[], colour: Colour, name: string): Promise<boolean> {
  const acts: Act[] = keys.map((key) => ["Paint", { what: key, colour }]);
  return perform("colour", acts, c("painted", { count: keys.length, colour: name }));
}

/** Lets the board put them where it would by itself. */
export function putBack(keys: readonly string[]): Promise<boolean> {
  const moved = keys.filter((key) => !key.startsWith("item:") && spotOf(shown.peek(), idOf(key))?.placed);
  const acts: Act[] = moved.map((key) => ["Place", { what: key, placed: false, x: 0, y: 0 }]);
  if (acts.length === 0) tell(c("moved.in_order"));
  return perform("move", acts, c("moved.back_in_order", { count: moved.length }));
}

/** Everything that was placed by hand and may be put back in order. */
export function placedThings(): string[] {
  const loose = layout.peek().order.filter((key) => !key.startsWith("item:") && groupOf(key) === "");
  return loose.filter((key) => spotOf(shown.peek(), idOf(key))?.placed && !isLocked(key));
}

/** Keeps things as they are, or lets them be changed again. It is no step to undo: only who leads may. */
export async function lock(keys: readonly string[], on: boolean): Promise<void> {
  const asked = keys.map((key) => {
    const version = spotOf(shown.peek(), idOf(key))?.lock_version ?? 0;
    return ask("Lock", { what: key, locked: on, version });
  });
  const refused = (await Promise.all(asked)).find((answer) => answer.status === "refused");
  if (refused && "say" in refused) tell(refused.say);
  else tell(c(on ? "locked" : "unlocked", { count: keys.length }));
}

export type Line = "start" | "top" | "spread";

/** Where things go so that they stand in a line: at one edge, or evenly from the first to the last. */
export function aligned(things: readonly (readonly [string, Rect])[], line: Line): Spotted[] {
  const lefts = Math.min(...things.map(([, rect]) => rect.x));
  const tops = Math.min(...things.map(([, rect]) => rect.y));
  if (line === "start") return things.map(([key, rect]) => ({ key, x: lefts, y: rect.y }));
  if (line === "top") return things.map(([key, rect]) => ({ key, x: rect.x, y: tops }));
  const across = [...things].sort((a, b) => a[1].x - b[1].x);
  const wide = Math.max(...things.map(([, rect]) => rect.x)) - lefts;
  const high = Math.max(...things.map(([, rect]) => rect.y)) - tops;
  const axis = wide >= high ? "x" : "y";
  const sorted = axis === "x" ? across : [...things].sort((a, b) => a[1].y - b[1].y);
  const size = axis === "x" ? "width" : "height";
  const [first, last] = [sorted[0]?.[1], sorted.at(-1)?.[1]];
  if (!first || !last) return [];
  const room = last[axis] - first[axis] - sorted.slice(0, -1).reduce((sum, [, rect]) => sum + rect[size], 0);
  const gap = Math.max(12, room / Math.max(1, sorted.length - 1));
  let at = first[axis];
  return sorted.map(([key, rect]) => {
    const there = { key, x: rect.x, y: rect.y, [axis]: Math.round(at) };
    at += rect[size] + gap;
    return there;
  });
}
