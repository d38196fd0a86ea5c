// What is chosen on the board, on this device alone: nobody else ever hears of it.
import { computed, signal } from "@preact/signals";
import { entries } from "../workshop.ts";

const kept = signal<ReadonlySet<string>>(new Set());

/** The keys (`card:ID`, `group:ID`, `item:ID`) that are chosen and still there. */
export const chosen = computed<ReadonlySet<string>>(() => {
  const there = [...kept.value].filter((key) => entries.value.has(key));
  return there.length === kept.value.size ? kept.value : new Set(there);
});

/** The one that the keys go from, also when nothing is chosen; or "". */
export const current = signal("");

/** These are chosen from now on, and nothing else. */
export function choose(keys: Iterable<string>): void {
  kept.value = new Set(keys);
}

/** One more, or one less. */
export function toggle(key: string): void {
  const next = new Set(chosen.peek());
  if (!next.delete(key)) next.add(key);
  kept.value = next;
}
