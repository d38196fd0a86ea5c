// Where everything lies on the board: pure, from the view alone, so that every screen and picture agrees.
import { type BoardSection, boardOf, KINDS } from "../board.ts";
import type { CardEntry, CardKind, ItemEntry, WorkshopEntry } from "../protocol.gen.ts";
import { entriesOf, lateLast, phaseOf, type ViewEntries } from "../workshop.ts";
import { aroundEnds, endsOf } from "./arrows.ts";
import { around, type Rect } from "./boxes.ts";
import { frameOf, GAP } from "./frames.ts";
import { cardKey, directionOf, inReadingOrder, itemKey, spotOf } from "./order.ts";
import { CARD_WIDTH, heightOf } from "./sizes.ts";

/** One column of the board. `theme`: that of the groups. `loose`: how many cards lie in it outside of groups.
 * `away`: how many were tucked away (E19). */
export interface Area {
  readonly kind: CardKind;
  readonly rect: Rect;
  readonly count: number;
  readonly loose: number;
  readonly away: number;
}

export interface Layout {
  /** By `card:ID`, `group:ID`, `item:ID` and `area:KIND`. */
  readonly rects: ReadonlyMap<string, Rect>;
  readonly areas: readonly Area[];
  readonly bounds: Rect;
  /** Cards, groups and items as they are read, the same as in the outline; without areas. */
  readonly order: readonly string[];
}

/** Units of the board. Beside each other three cards; AREA_HEAD is the room of a column's hat. */
export const AREA_WIDTH = 680;
export const AREA_HEAD = 76;
const ACROSS = 3;
const BETWEEN = 40;
const EDGE = 16;
const LEAST = 480;

/** What is being laid out. `low`: how far down each column reaches. */
interface Plan {
  readonly view: ViewEntries;
  readonly direction: 1 | -1;
  /** Every card, as it would stand if nobody had moved any. */
  readonly slots: readonly CardEntry[];
  readonly rects: Map<string, Rect>;
  readonly low: Map<CardKind, number>;
}

/** The columns, from the first: what the agenda collects, then what else lies there, so that none ever moves. */
function columnsOf(view: ViewEntries, sections: readonly BoardSection[]): CardKind[] {
  const head = view.get("workshop") as WorkshopEntry | undefined;
  const asked = new Set(head?.phases.flatMap((phase) => phase.cards));
  const found = new Set(sections.map((section) => section.kind));
  return [...KINDS.filter((kind) => asked.has(kind)), ...KINDS.filter((kind) => !asked.has(kind) && found.has(kind))];
}

/** Whether there is a column for groups: from the step on in which they are made. */
function groupsShown(view: ViewEntries): boolean {
  const made = entriesOf(view, "group").length > 0;
  return made || entriesOf(view, "run").some((run) => phaseOf(view, run)?.cards.includes("theme"));
}

/** Puts a card or frame at x (from the column's reading edge) and y. */
function put(plan: Plan, key: string, left: number, x: number, y: number, width: number, height: number): void {
  const across = plan.direction === 1 ? x : AREA_WIDTH - x - width;
  plan.rects.set(key, { x: left + across, y, width, height });
}

/** Cards that lie alone. Whoever takes one away leaves a gap, so that the others stay; an empty row closes up. */
function layLoose(plan: Plan, kind: CardKind, left: number, cards: readonly CardEntry[]): void {
  let top = AREA_HEAD;
  const slots = plan.slots.filter((card) => card.kind === kind);
  const loose = new Set(cards.filter((card) => !spotOf(plan.view, card.id)?.placed));
  for (let from = 0; from < slots.length; from += ACROSS) {
    let tallest = 0;
    slots.slice(from, from + ACROSS).forEach((card, at) => {
      if (!loose.has(card)) return;
      const height = heightOf(card);
      put(plan, cardKey(card.id), left, EDGE + GAP + at * (CARD_WIDTH + GAP), top, CARD_WIDTH, height);
      tallest = Math.max(tallest, height);
    });
    if (tallest > 0) top += tallest + GAP;
  }
  plan.low.set(kind, top + EDGE);
}

/** Frames beside each other as long as they fit, then in the next row; each takes its cards along. */
function layGroups(plan: Plan, left: number, sections: readonly BoardSection[]): void {
  const inside = new Map<string, CardEntry[]>();
  for (const section of sections) {
    for (const { group, cards } of section.groups) {
      inside.set(group.id, [...(inside.get(group.id) ?? []), ...cards]);
    }
  }
  let [x, top, tallest] = [EDGE, AREA_HEAD, 0];
  for (const group of inReadingOrder(plan.view, entriesOf(plan.view, "group"))) {
    const frame = frameOf(group, inside.get(group.id) ?? [], plan.direction);
    const spot = spotOf(plan.view, group.id);
    const key = `group:${group.id}`;
    if (spot?.placed) plan.rects.set(key, { x: spot.x, y: spot.y, width: frame.width, height: frame.height });
    else {
      if (x > EDGE && x + frame.width > AREA_WIDTH - EDGE) [x, top, tallest] = [EDGE, top + tallest + GAP, 0];
      put(plan, key, left, x, top, frame.width, frame.height);
      x += frame.width + GAP;
      tallest = Math.max(tallest, frame.height);
    }
    const at = plan.rects.get(key);
    for (const card of at === undefined ? [] : frame.cards) {
      const box = { x: (at?.x ?? 0) + card.x, y: (at?.y ?? 0) + card.y, width: CARD_WIDTH, height: card.height };
      plan.rects.set(cardKey(card.id), box);
    }
  }
  plan.low.set("theme", top + tallest + EDGE);
}

const extents = new WeakMap<ItemEntry, Rect>();

/** How far the points of an item reach, from its spot. An entry never changes, so it is measured once. */
function extentOf(item: ItemEntry): Rect {
  const found = extents.get(item);
  if (found) return found;
  const step = item.kind === "pen" || item.kind === "marker" ? 3 : 2;
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (let at = 0; at + 1 < item.points.length; at += step) {
    const [across = 0, down = 0] = [item.points[at], item.points[at + 1]];
    [left, right] = [Math.min(left, across), Math.max(right, across)];
    [top, bottom] = [Math.min(top, down), Math.max(bottom, down)];
  }
  const extent = { x: left, y: top, width: right - left, height: bottom - top };
  extents.set(item, extent);
  return extent;
}

/** Where a drawing, text or picture lies. What has points reaches as far as they do; what is tied, as far as that. */
export function itemRect(view: ViewEntries, item: ItemEntry, rects: ReadonlyMap<string, Rect> = new Map()): Rect {
  const { x, y } = spotOf(view, item.id) ?? { x: 0, y: 0 };
  if (item.start !== "" || item.end !== "") return aroundEnds(endsOf(item, { x, y }, (key) => rects.get(key)));
  if (item.points.length === 0) return { x, y, width: item.width, height: item.height };
  const extent = extentOf(item);
  return { ...extent, x: x + extent.x, y: y + extent.y };
}

/** A column reaches down to the lowest of what lies within its width. */
function areaRects(plan: Plan, columns: readonly (readonly [CardKind, number])[]): void {
  const low = new Map(columns.map(([kind]) => [kind, Math.max(LEAST, plan.low.get(kind) ?? 0)]));
  for (const rect of plan.rects.values()) {
    const middle = rect.x + rect.width / 2;
    const under = columns.find(([, left]) => middle >= left && middle < left + AREA_WIDTH);
    if (under) low.set(under[0], Math.max(low.get(under[0]) ?? LEAST, rect.y + rect.height + EDGE));
  }
  for (const [kind, left] of columns) {
    plan.rects.set(`area:${kind}`, { x: left, y: 0, width: AREA_WIDTH, height: low.get(kind) ?? LEAST });
  }
}

/** What is read after what: the outline's order, then groups with nothing in them, then what is drawn. */
function orderOf(view: ViewEntries, sections: readonly BoardSection[]): string[] {
  const order = new Set<string>();
  for (const section of sections) {
    for (const { group, cards } of section.groups) {
      order.add(`group:${group.id}`);
      for (const card of cards) order.add(cardKey(card.id));
    }
    for (const card of section.alone) order.add(cardKey(card.id));
  }
  for (const group of inReadingOrder(view, entriesOf(view, "group"))) order.add(`group:${group.id}`);
  for (const item of inReadingOrder(view, entriesOf(view, "item"))) order.add(itemKey(item.id));
  return [...order];
}

function laidOut(view: ViewEntries): Layout {
  const sections = boardOf(view);
  const slots = lateLast(entriesOf(view, "card"));
  const plan: Plan = { view, direction: directionOf(view), slots, rects: new Map(), low: new Map() };
  const columns = columnsOf(view, sections).map((kind, at) => [kind, at] as const);
  // The column of groups stands before the first, so that nothing moves when it comes.
  const all = (groupsShown(view) ? [["theme", -1] as const, ...columns] : columns).map(
    ([kind, at]) => [kind, at * (AREA_WIDTH + BETWEEN) * plan.direction] as const,
  );
  for (const [kind, left] of all) {
    const alone = sections.find((section) => section.kind === kind)?.alone ?? [];
    if (kind === "theme") layGroups(plan, left, sections);
    else layLoose(plan, kind, left, alone);
    for (const card of alone) {
      const spot = spotOf(view, card.id);
      const size = { width: CARD_WIDTH, height: heightOf(card) };
      if (spot?.placed) plan.rects.set(cardKey(card.id), { x: spot.x, y: spot.y, ...size });
    }
  }
  for (const item of entriesOf(view, "item")) plan.rects.set(itemKey(item.id), itemRect(view, item, plan.rects));
  areaRects(plan, all);
  const areas = all.map(([kind]): Area => {
    const section = sections.find((one) => one.kind === kind);
    const grouped = section?.groups.reduce((sum, one) => sum + one.cards.length, 0) ?? 0;
    const rect = plan.rects.get(`area:${kind}`) as Rect;
    const count = kind === "theme" ? entriesOf(view, "group").length : (section?.alone.length ?? 0) + grouped;
    return { kind, rect, count, loose: section?.alone.length ?? 0, away: section?.tucked.length ?? 0 };
  });
  const bounds = around(plan.rects.values()) ?? { x: 0, y: 0, width: AREA_WIDTH, height: LEAST };
  return { rects: plan.rects, areas, bounds, order: orderOf(view, sections) };
}

let last: { readonly view: ViewEntries; readonly layout: Layout } | null = null;

/** The layout of a view; the same object for the same view. */
export function layoutOf(view: ViewEntries): Layout {
  if (last?.view !== view) last = { view, layout: laidOut(view) };
  return last.layout;
}
