// Where a card has to lie on the board so that it is read at a certain place of its list: pure, from the view alone.
import { boardOf } from "../../board.ts";
import type { Rect } from "../../canvas/boxes.ts";
import { frameOf, GAP } from "../../canvas/frames.ts";
import { AREA_HEAD, AREA_WIDTH, layoutOf } from "../../canvas/layout.ts";
import { directionOf, spotOf } from "../../canvas/order.ts";
import { CARD_WIDTH, heightOf } from "../../canvas/sizes.ts";
import type { CardEntry, SpotEntry } from "../../protocol.gen.ts";
import { cardOf, type ViewEntries } from "../../workshop.ts";

/** A card to put somewhere: what a `Place` says, without its version. */
export interface Put {
  readonly what: string;
  readonly placed: true;
  readonly x: number;
  readonly y: number;
}

const ACROSS = 3;
const INSET = (AREA_WIDTH - ACROSS * CARD_WIDTH - (ACROSS - 1) * GAP) / 2;

/** The cards among which a card is read, itself too, in their order: of its group, or alone under its kind. */
export function listOf(view: ViewEntries, card: CardEntry): readonly CardEntry[] {
  const section = boardOf(view).find((one) => one.kind === card.kind);
  return section?.groups.find((one) => one.group.id === card.group)?.cards ?? section?.alone ?? [];
}

const idsOf = (list: readonly CardEntry[]) => list.map((card) => card.id).join();

function withPut(view: ViewEntries, put: Put): ViewEntries {
  const id = put.what.slice(5);
  const bare = { id, version: 0, colour: "", colour_version: 0, locked: false, lock_version: 0 } as const;
  const spot: SpotEntry = { ...bare, ...spotOf(view, id), placed: true, x: put.x, y: put.y };
  return new Map(view).set(`spot:${id}`, spot);
}

/** The places beside, below and above what it is to be read after and before; those without anything there first. */
function nearby(view: ViewEntries, card: CardEntry, before?: CardEntry, after?: CardEntry): Put[] {
  const { rects } = layoutOf(view);
  const across = (CARD_WIDTH + GAP) * directionOf(view);
  const placed = (one?: CardEntry) => (one && spotOf(view, one.id)?.placed ? rects.get(`card:${one.id}`) : undefined);
  const [last, next] = [placed(before), placed(after)];
  const spots = [
    ...(last ? [[last.x + across, last.y] as const, [last.x, last.y + last.height + GAP] as const] : []),
    ...(next ? [[next.x, next.y - heightOf(card) - GAP] as const, [next.x - across, next.y] as const] : []),
  ];
  const taken = [...rects].filter(([key]) => !key.startsWith("area:") && key !== `card:${card.id}`);
  const covers = (put: Put) => {
    const box: Rect = { x: put.x, y: put.y, width: CARD_WIDTH, height: heightOf(card) };
    return taken.some(([, one]) => one.x < box.x + box.width && box.x < one.x + one.width && hits(one, box));
  };
  const puts = spots.map(([x, y]): Put => ({ what: `card:${card.id}`, placed: true, x, y }));
  return puts.filter((put) => !covers(put));
}

const hits = (a: Rect, b: Rect) => a.y < b.y + b.height && b.y < a.y + a.height;

/** All cards of a list in rows, as the board lays out a column, or in their group's frame. */
function inRows(view: ViewEntries, list: readonly CardEntry[], group: string): Put[] {
  const { rects } = layoutOf(view);
  const frame = rects.get(`group:${group}`);
  const entry = view.get(`group:${group}`) as { readonly id: string; readonly name: string; readonly version: number };
  if (frame !== undefined) {
    const cards = frameOf(entry, list, directionOf(view)).cards;
    return cards.map(({ id, x, y }) => ({ what: `card:${id}`, placed: true, x: frame.x + x, y: frame.y + y }));
  }
  const area = rects.get(`area:${list[0]?.kind ?? ""}`) ?? { x: 0, y: 0, width: AREA_WIDTH, height: 0 };
  const puts: Put[] = [];
  let top = area.y + AREA_HEAD;
  for (let from = 0; from < list.length; from += ACROSS) {
    const row = list.slice(from, from + ACROSS);
    row.forEach((card, at) => {
      const in_ = INSET + at * (CARD_WIDTH + GAP);
      const x = area.x + (directionOf(view) === 1 ? in_ : AREA_WIDTH - in_ - CARD_WIDTH);
      puts.push({ what: `card:${card.id}`, placed: true, x, y: top });
    });
    top += Math.max(...row.map(heightOf)) + GAP;
  }
  return puts;
}

/** What has to be put where, so that a card is read as number `at` (from 0) of its list; nothing where it is already.
 *
 * One card where there is room for it beside its new neighbours; else all of its list, in rows. */
export function putsFor(view: ViewEntries, card: CardEntry, at: number): readonly Put[] {
  const list = listOf(view, card);
  const rest = list.filter((one) => one.id !== card.id);
  const wanted = [...rest.slice(0, at), card, ...rest.slice(at)];
  const reads = (seen: ViewEntries) => idsOf(listOf(seen, cardOf(seen, card.id) ?? card)) === idsOf(wanted);
  if (reads(view)) return [];
  const grouped = layoutOf(view).rects.has(`group:${card.group}`);
  const near = grouped ? [] : nearby(view, card, rest[at - 1], rest[at]);
  const one = near.find((put) => reads(withPut(view, put)));
  if (one !== undefined) return [one];
  return inRows(view, wanted, card.group).filter(({ what, x, y }) => {
    const spot = spotOf(view, what.slice(5));
    return !(spot?.placed && spot.x === x && spot.y === y);
  });
}
