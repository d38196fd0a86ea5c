// The board as an outline: kind, group, card, in the order of their meaning.
import type { CardEntry, CardKind, GroupEntry } from "./protocol.gen.ts";
import { cardOf, entriesOf, lateLast, runOf, type ViewEntries } from "./workshop.ts";

/** The cards of one kind: in groups, alone, and those of runs that were tucked away (E19). */
export interface BoardSection {
  readonly kind: CardKind;
  readonly groups: readonly { readonly group: GroupEntry; readonly cards: readonly CardEntry[] }[];
  readonly alone: readonly CardEntry[];
  readonly tucked: readonly CardEntry[];
}

const ORDER: readonly CardKind[] = ["idea", "fact", "gap", "question", "note", "benefit", "caution", "fix"];

/** The sections of a view; those of `first` stand first, and what is empty is left out. */
export function boardOf(view: ViewEntries, first: readonly CardKind[] = []): BoardSection[] {
  const all = lateLast(entriesOf(view, "card"));
  const groups = entriesOf(view, "group");
  const known = new Set(groups.map((group) => group.id));
  const order = [...first, ...ORDER.filter((kind) => !first.includes(kind))];
  return order.flatMap((kind) => {
    const cards = all.filter((card) => card.kind === kind);
    if (cards.length === 0) return [];
    const away = (card: CardEntry) => runOf(view, card.run)?.tucked === true;
    const shown = cards.filter((card) => !away(card));
    const grouped = groups
      .map((group) => ({ group, cards: shown.filter((card) => card.group === group.id) }))
      .filter((one) => one.cards.length > 0);
    const alone = shown.filter((card) => !known.has(card.group));
    return [{ kind, groups: grouped, alone, tucked: cards.filter(away) }];
  });
}

/** The ids of the cards of a section, in the order in which they are read. */
export function readingOrder(sections: readonly BoardSection[]): string[] {
  return sections.flatMap((section) => [
    ...section.groups.flatMap((one) => one.cards.map((card) => card.id)),
    ...section.alone.map((card) => card.id),
  ]);
}

/** What keeps the writer of a card from changing it: `grouped` (it can still be taken back), `voted`, or nothing. */
export type Bound = "" | "grouped" | "voted";

/** What binds the card with this id. One that nobody else sees yet is free (E23, E24). */
export function boundBy(view: ViewEntries, id: string): Bound {
  if (cardOf(view, id)?.hidden) return ""; // its writer may put it in other words
  const put = entriesOf(view, "ballot").filter((ballot) => ballot.state === "open" || ballot.state === "closed");
  if (put.some((ballot) => ballot.options.includes(`card:${id}`))) return "voted";
  // A place that has changed once says that somebody sorted it, also when it stands alone again.
  return (cardOf(view, id)?.place ?? 0) > 0 ? "grouped" : "";
}
