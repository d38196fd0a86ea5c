// The cards that go on paper, hat by hat: pure, from the board's own sections.
import { type BoardSection, boardOf } from "../board.ts";
import type { CardEntry, CardKind, Hat } from "../protocol.gen.ts";
import { HAT_OF } from "../words/kinds.ts";
import type { ViewEntries } from "../workshop.ts";

/** What was written under one hat: its kinds of cards, in the order of the board. */
export interface HatSection {
  readonly hat: Hat;
  readonly kinds: readonly PrintedKind[];
}

/** The cards of one kind under their headings: the names of groups, and "" for those that stand alone. */
export interface PrintedKind {
  readonly kind: CardKind;
  readonly groups: readonly { readonly id: string; readonly name: string; readonly cards: readonly CardEntry[] }[];
  readonly alone: readonly CardEntry[];
  readonly tucked: readonly CardEntry[];
}

/** What is hidden is not printed (E33). */
const open = (cards: readonly CardEntry[]) => cards.filter((card) => card.hidden === "");

function printed({ kind, groups, alone, tucked }: BoardSection): PrintedKind {
  const named = groups.map(({ group, cards }) => ({ id: group.id, name: group.name, cards: open(cards) }));
  return { kind, groups: named.filter((one) => one.cards.length > 0), alone: open(alone), tucked: open(tucked) };
}

const isEmpty = ({ groups, alone, tucked }: PrintedKind) => groups.length + alone.length + tucked.length === 0;

/** The hats under which something was written, in the order of the board's columns. */
export function byHat(view: ViewEntries): HatSection[] {
  const hats = new Map<Hat, PrintedKind[]>();
  for (const section of boardOf(view)) {
    const kind = printed(section);
    if (isEmpty(kind)) continue;
    const hat = HAT_OF[section.kind];
    hats.set(hat, [...(hats.get(hat) ?? []), kind]);
  }
  return [...hats].map(([hat, kinds]) => ({ hat, kinds }));
}
