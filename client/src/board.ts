// The board as an outline: kind, group, card, in the order of their meaning; what was placed by hand, as it lies.
import { inReadingOrder } from "./canvas/order.ts";
import type { CardEntry, CardKind, GroupEntry } from "./protocol.gen.ts";
import { cardOf, entriesOf, lateLast, type ViewEntries } from "./workshop.ts";

/** The cards of one kind: in groups, alone, and those of runs that were tucked away (E19). */
export interface BoardSection {
  readonly kind: CardKind;
  readonly groups: readonly { readonly group: GroupEntry; readonly cards: readonly CardEntry[] }[];
  readonly alone: readonly CardEntry[];
  readonly tucked: readonly CardEntry[];
}

/** The kinds of cards in the order of the board's sections, and of the areas of the canvas. */
export const KINDS: readonly CardKind[] = ["idea", "fact", "gap", "question", "note", "benefit", "caution", "fix"];

/** The sections by kind, before anybody asks which come first: the list and the canvas ask for the same view. */
let last: { readonly view: ViewEntries; readonly sections: ReadonlyMap<CardKind, BoardSection> } | null = null;

function sectionsOf(view: ViewEntries): ReadonlyMap<CardKind, BoardSection> {
  if (last?.view === view) return last.sections;
  const groups = inReadingOrder(view, entriesOf(view, "group"));
  const tucked = new Set(entriesOf(view, "run").flatMap((run) => (run.tucked ? [run.id] : [])));
  const byKind = new Map<CardKind, CardEntry[]>();
  for (const card of inReadingOrder(view, lateLast(entriesOf(view, "card")))) {
    const there = byKind.get(card.kind);
    if (there) there.push(card);
    else byKind.set(card.kind, [card]);
  }
  const sections = new Map<CardKind, BoardSection>();
  for (const [kind, cards] of byKind) {
    const inside = new Map(groups.map((group) => [group.id, [] as CardEntry[]]));
    const alone: CardEntry[] = [];
    const away: CardEntry[] = [];
    for (const card of cards) (tucked.has(card.run) ? away : (inside.get(card.group) ?? alone)).push(card);
    const grouped = groups.map((group) => ({ group, cards: inside.get(group.id) ?? [] }));
    sections.set(kind, { kind, groups: grouped.filter((one) => one.cards.length > 0), alone, tucked: away });
  }
  last = { view, sections };
  return sections;
}

/** The sections of a view; those of `first` stand first, and what is empty is left out. */
export function boardOf(view: ViewEntries, first: readonly CardKind[] = []): BoardSection[] {
  const sections = sectionsOf(view);
  const order = [...first, ...KINDS.filter((kind) => !first.includes(kind))];
  return order.flatMap((kind) => sections.get(kind) ?? []);
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
