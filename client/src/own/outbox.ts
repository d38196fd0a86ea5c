// Commands that have not been answered yet. They are sent again until they are; twice is once.
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

/** Takes an answered command out. */
export function takeFromOutbox(nr: string): void {
  outbox.value = outbox.peek().filter((waiting) => waiting.nr !== nr);
}
