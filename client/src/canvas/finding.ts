// Finding words on the board.
import { signal } from "@preact/signals";
import { entriesOf, type ViewEntries } from "../workshop.ts";
import { layoutOf } from "./layout.ts";

/** The keys of what was found, to be marked. */
export const found = signal<ReadonlySet<string>>(new Set());

/** As people type it: without case, accents and doubled spaces. */
function plain(text: string): string {
  const bare = text.normalize("NFD").replace(/\p{M}+/gu, "");
  return bare.toLowerCase().replace(/\s+/g, " ").trim();
}

/** The keys of the cards, groups and items that have all these words, in the order in which they are read. */
export function matches(view: ViewEntries, words: string): string[] {
  const wanted = plain(words).split(" ").filter(Boolean);
  if (wanted.length === 0) return [];
  const texts = new Map<string, string>();
  for (const card of entriesOf(view, "card")) texts.set(`card:${card.id}`, card.text);
  for (const group of entriesOf(view, "group")) texts.set(`group:${group.id}`, group.name);
  for (const item of entriesOf(view, "item")) texts.set(`item:${item.id}`, item.text);
  return layoutOf(view).order.filter((key) => {
    const text = plain(texts.get(key) ?? "");
    return wanted.every((word) => text.includes(word));
  });
}
