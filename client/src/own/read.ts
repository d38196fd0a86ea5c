// Which cards this person has read: for "next unread", and known to this device only.
import { kept } from "./kept.ts";

export const readCards = kept<Readonly<Record<string, true>>>("read", {});

/** Marks a card as read. */
export function markRead(id: string): void {
  if (!readCards.peek()[id]) readCards.value = { ...readCards.peek(), [id]: true };
}

/** The first card of `ids`, in this order and after `here`, that is not read yet; then from the top. */
export function nextUnread(ids: readonly string[], here: string): string | null {
  const start = ids.indexOf(here) + 1;
  const round = [...ids.slice(start), ...ids.slice(0, start)];
  return round.find((id) => !readCards.value[id] && id !== here) ?? null;
}
