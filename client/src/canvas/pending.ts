// Where things are shown until the server has answered: at once where they were put, and back if it says no.
import { signal } from "@preact/signals";

export interface Put {
  readonly x: number;
  readonly y: number;
}

/** By key, while something is dragged or waits for its answer. */
export const pending = signal<ReadonlyMap<string, Put>>(new Map());

/** Shows these where they are being put. */
export function hold(places: Iterable<readonly [string, Put]>): void {
  pending.value = new Map([...pending.peek(), ...places]);
}

/** Shows them where the view has them again; one that was put elsewhere meanwhile stays there. */
export function letGo(places: Iterable<readonly [string, Put]>): void {
  const left = new Map(pending.peek());
  for (const [key, put] of places) if (left.get(key) === put) left.delete(key);
  pending.value = left;
}

/** Nothing waits any more. */
export function dropAll(): void {
  if (pending.peek().size > 0) pending.value = new Map();
}
