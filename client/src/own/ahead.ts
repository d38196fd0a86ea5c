// What this device expects of the board: its own acts that are asked for and not in the view yet.
import { effect, signal } from "@preact/signals";
import { ask, type Reply } from "../asking.ts";
import type { CardEntry } from "../protocol.gen.ts";
import { entries } from "../workshop.ts";
import { type Act, type Field, GONE, kindOf, type Look } from "./acts.ts";
import type { Asks } from "./outbox.ts";

export type Versions = Readonly<Record<Field, number>>;

/** Entries as this device expects them to become (null: gone), until the view has them. */
export const ahead = signal<ReadonlyMap<string, object | null>>(new Map());

/** An entry with this device's own unanswered acts in it. */
export const look: Look = (key) => {
  const expected = ahead.value.get(key);
  return expected === undefined ? entries.value.get(key) : (expected ?? undefined);
};

function cardsIn(group: string): number {
  const keys = [...entries.peek().keys()].filter((key) => key.startsWith("card:"));
  return keys.filter((key) => (look(key) as CardEntry | undefined)?.group === group).length;
}

export function versionOf(field: Field): number {
  const [key = "", property = ""] = field.split(" ");
  if (property === "cards") return cardsIn(key.slice(6));
  const entry = look(key) as Readonly<Record<string, number>> | undefined;
  return entry?.[property] ?? (key.startsWith("spot:") ? 0 : GONE);
}

const versionsOf = (act: Act): Versions =>
  Object.fromEntries(
    kindOf(act)
      .touches(act[1])
      .map((field) => [field, versionOf(field)]),
  );

function foretell(act: Act): ReadonlyMap<string, object | null> {
  const brought = new Map(kindOf(act).foretold(act[1], look));
  ahead.value = new Map([...ahead.peek(), ...brought]);
  return brought;
}

// A saved change is in the view well before this.
const ARRIVES_MS = 5000;

/** The server said no: nothing that was built on it will come either. */
function drop(act: Act): void {
  const keys = new Set(
    kindOf(act)
      .touches(act[1])
      .map((field) => field.split(" ")[0]),
  );
  ahead.value = new Map([...ahead.peek()].filter(([key]) => !keys.has(key)));
}

/** Lets go of what an act was to bring, unless a later one brings something else. */
function forget(brought: ReadonlyMap<string, object | null>): void {
  const left = [...ahead.peek()].filter(([key, entry]) => brought.get(key) !== entry);
  ahead.value = new Map(left);
}

const NUMBERS = ["version", "colour_version", "place"] as const;

function hasArrived(key: string, expected: object | null): boolean {
  const entry = entries.peek().get(key) as Readonly<Record<string, number>> | undefined;
  if (expected === null || entry === undefined) return expected === null && entry === undefined;
  const wanted = expected as Readonly<Record<string, number>>;
  return NUMBERS.every((one) => (entry[one] ?? 0) >= (wanted[one] ?? 0));
}

// What the view has by now needs not be expected any more.
effect(() => {
  entries.value;
  const left = [...ahead.peek()].filter(([key, entry]) => !hasArrived(key, entry));
  if (left.length < ahead.peek().size) ahead.value = new Map(left);
});

/** Asks for an act. What comes of it stands in `ahead` at once, and falls back where the server says no. */
export async function perform(
  act: Act,
): Promise<{ readonly reply: Reply; readonly before: Versions; readonly after: Versions }> {
  const replaced = kindOf(act).replaces?.(act[1]);
  const asked = act[1] as { readonly version?: number };
  const fields = replaced === undefined ? act[1] : { ...act[1], version: asked.version ?? versionOf(replaced) };
  const before = versionsOf(act);
  const brought = foretell(act);
  const after = versionsOf(act);
  const reply = await ask(act[0], fields as Asks[(typeof act)[0]]);
  if (reply.status !== "ok") drop(act);
  else setTimeout(() => forget(brought), ARRIVES_MS); // or somebody took it away before the view had it
  return { reply, before, after };
}
