// Undo and redo: a stack on this device of what was done here on the board. It never undoes what somebody else did.
import { effect, signal } from "@preact/signals";
import type { Reply } from "../asking.ts";
import { workshop } from "../workshop.ts";
import { type Act, anew, kindOf } from "./acts.ts";
import { ahead, look, perform, type Versions, versionOf } from "./ahead.ts";

export type { Act } from "./acts.ts";

/** What a step is called, for the sentence that says it was undone. */
export type StepName = "move" | "colour" | "group" | "name" | "draw" | "change" | "remove";

/** One command that was done: the versions of all it touches before and after, as this device left them. */
interface Change {
  readonly there: Act;
  readonly back: Act;
  readonly before: Versions;
  readonly after: Versions;
}

interface Step {
  readonly name: StepName;
  readonly changes: readonly Change[];
}

/** `changed`: somebody else changed it since, so it stays. `part`: of several, some. `refused`: `say` tells why. */
export interface Undone {
  readonly kind: "done" | "changed" | "part" | "refused" | "nothing";
  readonly name: StepName;
  readonly say: string;
}

export const MOST_STEPS = 20;

export const undoable = signal<readonly Step[]>([]);
export const redoable = signal<readonly Step[]>([]);

// What was done in one workshop is no step of another.
let inside = "";
effect(() => {
  const id = workshop.value?.id ?? "";
  if (id === inside) return;
  inside = id;
  undoable.value = [];
  redoable.value = [];
  ahead.value = new Map();
});

/** One after the other where the kind changes: a group is there before cards go into it. */
function* rows<T>(list: readonly T[], kind: (one: T) => string): Generator<readonly T[]> {
  for (let from = 0, to = 0; from < list.length; from = to) {
    while (to < list.length && kind(list[to] as T) === kind(list[from] as T)) to += 1;
    yield list.slice(from, to);
  }
}

/** Asks for these acts as one step that can be undone. Gives the answers, in order.
 *
 * What comes of them stands in `ahead` at once. Where the server says no, it falls back to what everybody sees. */
export async function act(name: StepName, acts: readonly Act[]): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  const changes: Change[] = [];
  for (const row of rows(acts, (one) => one[0])) {
    const done = await Promise.all(
      row.map(async (one) => ({ one, back: kindOf(one).back(one[1], look), ...(await perform(one)) })),
    );
    for (const { one, back, reply, before, after } of done) {
      replies.push(reply);
      if (reply.status === "ok" && back !== null) changes.push({ there: one, back, before, after });
    }
  }
  if (changes.length > 0) {
    undoable.value = [...undoable.peek(), { name, changes }].slice(-MOST_STEPS);
    redoable.value = [];
  }
  return replies;
}

/** What was left as `old` is, after an undo, as `now`: for the steps that were done before it. */
function settled(versions: Versions, old: Versions, now: Versions): Versions {
  const next = { ...versions };
  for (const [field, version] of Object.entries(old)) if (next[field] === version) next[field] = now[field] ?? version;
  return next;
}

const renamed = <T>(value: T, old: string, id: string): T => JSON.parse(JSON.stringify(value).replaceAll(old, id)) as T;

type Way = "undo" | "redo";

/** The end of a change that this way comes from, and the one that it goes to. */
const ends = (way: Way) => (way === "undo" ? (["after", "before"] as const) : (["before", "after"] as const));

interface Walk {
  changes: readonly Change[];
  failed: string[];
  changed: number;
  done: number;
}

async function walk(way: Way, at: number, on: Walk): Promise<void> {
  const [from, to] = ends(way);
  const stacks = [undoable, redoable];
  let change = on.changes[at] as Change;
  if (Object.entries(change[from]).some(([field, version]) => versionOf(field) !== version)) {
    on.changed += 1;
    return;
  }
  const making = anew(way === "undo" ? change.back : change.there, workshop.peek()?.run ?? "");
  if (making !== null) {
    for (const stack of stacks) stack.value = renamed(stack.peek(), making.old, making.id);
    on.changes = renamed(on.changes, making.old, making.id);
    change = on.changes[at] as Change;
  }
  const { reply, after } = await perform(making?.act ?? (way === "undo" ? change.back : change.there));
  if (reply.status === "superseded") on.changed += 1;
  else if (reply.status !== "ok") on.failed.push(reply.say);
  else {
    const old = change[to];
    on.done += 1;
    const refit = (one: Change): Change => ({ ...one, [from]: settled(one[from], old, after) });
    // Only what came before it: this is its own way back.
    on.changes = on.changes.map((one, index) => (index === at ? { ...one, [to]: after } : refit(one)));
    const stack = way === "undo" ? undoable : redoable;
    stack.value = stack.peek().map((step) => ({ ...step, changes: step.changes.map(refit) }));
  }
}

async function go(way: Way): Promise<Undone> {
  const [from, into] = way === "undo" ? [undoable, redoable] : [redoable, undoable];
  const step = from.peek().at(-1);
  if (step === undefined) return { kind: "nothing", name: "move", say: "" };
  from.value = from.peek().slice(0, -1);
  const on: Walk = { changes: step.changes, failed: [], changed: 0, done: 0 };
  const order = step.changes.map((_, at) => at);
  if (way === "undo") order.reverse();
  const commandOf = (at: number) => step.changes[at]?.[way === "undo" ? "back" : "there"][0] ?? "";
  for (const row of rows(order, commandOf)) await Promise.all(row.map((at) => walk(way, at, on)));
  const { name } = step;
  if (on.done > 0) into.value = [...into.peek(), { name, changes: on.changes }].slice(-MOST_STEPS);
  if (on.done === 0 && on.failed.length > 0) return { kind: "refused", name, say: on.failed[0] ?? "" };
  if (on.done === 0) return { kind: "changed", name, say: "" };
  return { kind: on.changed + on.failed.length > 0 ? "part" : "done", name, say: "" };
}

let walking: Promise<unknown> = Promise.resolve();

/** One at a time: what is pressed meanwhile waits its turn. */
function next(way: Way): Promise<Undone> {
  const turn = walking.then(() => go(way));
  walking = turn;
  return turn;
}

/** Takes back the last step of this device. */
export const undo = (): Promise<Undone> => next("undo");

/** Does again what was undone last. */
export const redo = (): Promise<Undone> => next("redo");
