// Commands that have not been answered yet. They are sent again until they are; twice is once. And what was
// answered lately: a server that was set back to an older state is offered it again.
import { computed } from "@preact/signals";
import type { Commands, PeopleCommands } from "../protocol.gen.ts";
import { newId } from "../random.ts";
import { kept } from "./kept.ts";

/** Everything that a client may ask for, by name. */
export type Asks = Commands & PeopleCommands;

/** One command on its way. `nr` names it on this device only and is never sent. */
export interface Waiting {
  readonly nr: string;
  readonly command: keyof Asks;
  readonly fields: unknown;
  /** Answered once already, and offered again. */
  readonly again?: true;
}

/** The commands that wait for an answer, in the order they were made. */
export const outbox = kept<readonly Waiting[]>("outbox", []);

export const unsent = computed(() => outbox.value.length);

/** Puts a command at the end of the outbox. */
export function putInOutbox(command: keyof Asks, fields: unknown): Waiting {
  const waiting: Waiting = { nr: newId(), command, fields };
  outbox.value = [...outbox.peek(), waiting];
  return waiting;
}

// Longer than a server needs to come back, and than a copy of its disk lags behind.
const REMEMBER_MS = 60_000;

/** What was saved lately, and when by this device's clock; set wrongly, that clock shortens or lengthens a minute. */
const answered = kept<readonly { readonly waiting: Waiting; readonly at: number }[]>("answered", []);

/** The store that this device's words are in; another one than before may have been set back. */
const epoch = kept("epoch", "");

const lately = () => answered.peek().filter((one) => Math.abs(Date.now() - one.at) < REMEMBER_MS);

/** Keeps a command for a minute after it was saved. */
export function remember(waiting: Waiting): void {
  answered.value = [...lately(), { waiting, at: Date.now() }];
}

/** Puts what was saved in the last minute into the outbox again; what that was. Twice is once, so nothing is double. */
export function recall(): readonly Waiting[] {
  const lost = lately().map((one) => ({ ...one.waiting, again: true as const }));
  answered.value = [];
  // Before what still waits: an edit comes after its card.
  outbox.value = [...lost, ...outbox.peek()];
  return lost;
}

/** Takes note of the store's epoch; whether it may have been set back since this device was last here. */
export function wasSetBack(now: string): boolean {
  const before = epoch.peek();
  if (before !== now) epoch.value = now;
  return before !== "" && before !== now;
}

/** Takes an answered command out. */
export function takeFromOutbox(nr: string): void {
  outbox.value = outbox.peek().filter((waiting) => waiting.nr !== nr);
}
