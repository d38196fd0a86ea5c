// Signals whose values this device keeps: read when a workshop is opened, written when they change.
import { batch, effect, type Signal, signal } from "@preact/signals";
import { type Keeping, openStore, type Store } from "./store.ts";

interface Cell {
  readonly value: Signal<unknown>;
  readonly initial: unknown;
  readonly always: boolean;
}

const cells = new Map<string, Cell>();
const unfinished = new Set<Promise<void>>();
let store: Store | null = null;
let place = "";
let stop: (() => void)[] = [];

/** How long what is kept will last; the page tells people when that is not "device". */
export const keeping = signal<Keeping>("device");

/** Whether this tab is the one that writes; see `tab.ts`. */
export const writing = signal(true);

/** A signal whose value is kept under `name`, beginning with `initial`. Values are plain data.
 * `always`: also written by a tab that otherwise only reads. */
export function kept<T>(name: string, initial: T, always = false): Signal<T> {
  const value = signal<T>(initial);
  cells.set(name, { value: value as Signal<unknown>, initial, always });
  return value;
}

function write(name: string, value: unknown): void {
  if (store === null || !(writing.peek() || cells.get(name)?.always)) return;
  const done = store.set(name, value).catch(() => {
    // The device is full or refuses: the page still holds everything, and says so.
    keeping.value = "page";
  });
  unfinished.add(done);
  void done.finally(() => unfinished.delete(done));
}

async function read(from: Store): Promise<void> {
  const found = await Promise.all([...cells].map(async ([name, cell]) => [cell, await from.get(name)] as const));
  batch(() => {
    for (const [cell, value] of found) cell.value.value = value ?? cell.initial;
  });
}

/** Opens what this device keeps for a workshop (`name`, see `seats.ts`) and fills every kept signal from it. */
export async function openDevice(name: string, shared = false): Promise<void> {
  closeDevice();
  const opened = await openStore(name, shared);
  await read(opened);
  store = opened;
  place = name;
  keeping.value = opened.keeping;
  stop = [...cells].map(([name, cell]) => {
    let first = true;
    return effect(() => {
      const value = cell.value.value;
      if (!first) write(name, value);
      first = false;
    });
  });
}

/** Moves what is kept into this tab, so that the next person at this device finds nothing. */
export async function shareDevice(): Promise<void> {
  const before = store;
  const opened = await openStore(place, true);
  await before?.clear();
  store = opened;
  keeping.value = opened.keeping;
  for (const [name, cell] of cells) write(name, cell.value.peek());
  await saved();
}

/** Reads everything again: another tab wrote, and now this one does. */
export async function rereadDevice(): Promise<void> {
  if (store !== null && store.keeping === "device") await read(store);
}

/** Everything that is kept and has changed, by name, but what is in `without`. */
export function packed(without: readonly string[]): Record<string, unknown> {
  const changed = [...cells].filter(([name, cell]) => !without.includes(name) && cell.value.peek() !== cell.initial);
  return Object.fromEntries(changed.map(([name, cell]) => [name, cell.value.peek()]));
}

/** Keeps here what was packed on another device. */
export function unpack(things: Readonly<Record<string, unknown>>): void {
  batch(() => {
    for (const [name, value] of Object.entries(things)) {
      const cell = cells.get(name);
      if (cell) cell.value.value = value;
    }
  });
}

/** Keeps everything as it stands on this page: it did not, for a while. */
export function writeAll(): void {
  for (const [name, cell] of cells) write(name, cell.value.peek());
}

/** Resolves when everything that changed so far is kept. */
export async function saved(): Promise<void> {
  while (unfinished.size > 0) await Promise.all(unfinished);
}

/** Deletes everything that is kept for this workshop. */
export async function forgetDevice(): Promise<void> {
  await saved();
  const opened = store;
  store = null;
  for (const cell of cells.values()) cell.value.value = cell.initial;
  await opened?.clear();
  store = opened;
}

/** Deletes everything that is kept for this workshop, and the place where it was: the workshop is no more. */
export async function eraseDevice(): Promise<void> {
  await saved();
  const opened = store;
  closeDevice();
  await opened?.erase().catch(() => {
    // Refused: the device keeps nothing then either, or another tab has deleted it already.
  });
}

/** Lets go of the workshop; nothing is deleted. */
export function closeDevice(): void {
  for (const end of stop) end();
  stop = [];
  store = null;
  for (const cell of cells.values()) cell.value.value = cell.initial;
}
