// What is drawn is asked for here: an item that is added, changed or taken off, as one step that can be undone.
import { signal } from "@preact/signals";
import { type Act, act, type StepName } from "../own/undo.ts";
import type { AddItem, ChangeItem, Colour, ItemEntry } from "../protocol.gen.ts";
import { newId } from "../random.ts";
import { workshop } from "../workshop.ts";
import { d, nameOf } from "./ink-words.ts";
import { tell } from "./moves.ts";
import { shown } from "./shown.ts";

/** The colour that is drawn with. */
export const inkColour = signal<Colour>("");

/** What was taken off just now, for as long as it can be brought back with one press. */
export const removed = signal<{ readonly count: number; readonly until: number } | null>(null);
export const TOAST_MS = 10_000;

/** Strokes that were drawn since a pen was taken up, and of which nobody has said what they show. */
export const undescribed = signal<readonly string[]>([]);

async function asked(name: StepName, acts: readonly Act[], done: string): Promise<boolean> {
  const replies = await act(name, acts);
  const refused = replies.find((reply) => reply.status !== "ok");
  if (refused !== undefined) tell("say" in refused && refused.say ? refused.say : d("undo.changed"));
  else if (done) tell(done);
  return refused === undefined;
}

/** Puts something on the board; gives its id, or "" where the server said no. `quiet`: it is seen, not said. */
export async function addItem(item: Omit<AddItem, "id" | "run">, quiet = false): Promise<string> {
  const id = newId();
  const run = workshop.peek()?.run ?? "";
  const what = item.text || d(`kind.${item.kind}`);
  const done = quiet ? "" : d("done.added", { what });
  const added = await asked("draw", [["AddItem", { colour: inkColour.peek(), ...item, id, run }]], done);
  return added ? id : "";
}

/** Changes what an item is. */
export function changeItem(fields: Omit<ChangeItem, "version"> & { readonly version?: number }): Promise<boolean> {
  return asked("change", [["ChangeItem", fields]], d("done.changed"));
}

/** Takes items off the board, with ten seconds to bring them back. */
export async function removeItems(keys: readonly string[]): Promise<void> {
  const items = keys.filter((key) => key.startsWith("item:") && shown.peek().has(key));
  if (items.length === 0) return;
  const acts: Act[] = items.map((key) => ["RemoveItem", { id: key.slice(5) }]);
  if (!(await asked("remove", acts, d("done.removed", { count: items.length })))) return;
  const mine = { count: items.length, until: performance.now() + TOAST_MS };
  removed.value = mine;
  setTimeout(() => {
    if (removed.peek() === mine) removed.value = null;
  }, TOAST_MS);
}

/** The item under a key, or null. */
export function itemOf(key: string): ItemEntry | null {
  return key.startsWith("item:") ? ((shown.peek().get(key) as ItemEntry | undefined) ?? null) : null;
}

/** What can be tied together: cards, groups and items, by key and name, in the order in which they are read. */
export function tieable(order: readonly string[]): { readonly key: string; readonly name: string }[] {
  return order.filter((key) => !isLine(key)).map((key) => ({ key, name: nameOf(shown.peek(), key) }));
}

function isLine(key: string): boolean {
  const kind = itemOf(key)?.kind;
  return kind === "line" || kind === "arrow";
}

/** Puts an end of a line elsewhere: its place and its points go together, as one step. */
export function movedLine(
  item: ItemEntry,
  rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  points: readonly number[],
  tie: { readonly start?: string; readonly end?: string },
): Promise<boolean> {
  const { id, start, end, text } = item;
  const { width, height } = rect;
  const acts: Act[] = [
    ["Place", { what: `item:${id}`, placed: true, x: rect.x, y: rect.y }],
    ["ChangeItem", { id, width, height, points, start, end, text, ...tie }],
  ];
  return asked("change", acts, d("done.changed"));
}
