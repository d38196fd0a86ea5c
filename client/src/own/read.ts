// Which cards this person has read, for "next unread", and which they have read out to all: known to this device only.
import { kept } from "./kept.ts";

type Marks = Readonly<Record<string, true>>;

export const readCards = kept<Marks>("read", {});
export const readOutCards = kept<Marks>("read_out", {});

/** Marks a card as read. */
export function markRead(id: string): void {
  if (!readCards.peek()[id]) readCards.value = { ...readCards.peek(), [id]: true };
}

/** Marks a card as read out to all. */
export function markReadOut(id: string): void {
  readOutCards.value = { ...readOutCards.peek(), [id]: true };
}

/** These are to be read out once more. */
export function unmarkReadOut(ids: readonly string[]): void {
  const left = Object.entries(readOutCards.peek()).filter(([id]) => !ids.includes(id));
  readOutCards.value = Object.fromEntries(left);
}

/** The first card of `ids`, in this order and after `here`, that has no mark yet; then from the top. */
export function nextUnread(ids: readonly string[], here: string, marks: Marks = readCards.value): string | null {
  const start = ids.indexOf(here) + 1;
  const round = [...ids.slice(start), ...ids.slice(0, start)];
  return round.find((id) => !marks[id] && id !== here) ?? null;
}
