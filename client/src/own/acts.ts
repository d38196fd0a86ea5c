// What a person can do on the board and take back: each act with its opposite, what it replaces, and what comes of it.
import type { CardEntry, GroupEntry, ItemEntry, SpotEntry } from "../protocol.gen.ts";
import { newId } from "../random.ts";
import type { Asks } from "./outbox.ts";

/** The commands that can be undone. */
export type Undoable =
  | "Place"
  | "Paint"
  | "MoveCard"
  | "AddGroup"
  | "RenameGroup"
  | "RemoveGroup"
  | "AddItem"
  | "ChangeItem"
  | "RemoveItem";

/** Without `version` an act replaces what this device sees now. */
type Fields<C extends Undoable> = Omit<Asks[C], "version"> & { readonly version?: number };
type Acts = { readonly [C in Undoable]: readonly [command: C, fields: Fields<C>] };
export type Act = Acts[Undoable];

/** Finds an entry as this device expects it to be, its own acts included. */
export type Look = (key: string) => unknown;

/** One shared field, as `ENTRY PROPERTY`: `spot:ID version`. */
export type Field = string;

/** The version of a field whose thing does not lie on the board. */
export const GONE = -1;

type Foretold = readonly [key: string, entry: object | null];

interface Kind<F> {
  /** The field whose version the command carries. */
  readonly replaces?: (f: F) => Field;
  /** All fields that must be as this left them before it may be undone. */
  readonly touches: (f: F) => readonly Field[];
  readonly back: (f: F, now: Look) => Act | null;
  readonly foretold: (f: F, now: Look) => readonly Foretold[];
}

const idOf = (what: string) => what.slice(what.indexOf(":") + 1);

/** How a thing lies on the board; untouched ones have a spot of version 0. */
export function spotOf(now: Look, what: string): SpotEntry {
  const id = idOf(what);
  const bare = { id, placed: false, x: 0, y: 0, version: 0, colour: "", colour_version: 0 } as const;
  return (now(`spot:${id}`) as SpotEntry | undefined) ?? { ...bare, locked: false, lock_version: 0 };
}

const place = (what: string) => `spot:${idOf(what)} version`;
const colour = (what: string) => `spot:${idOf(what)} colour_version`;

const itemFields = ({ id, width, height, points, start, end, text }: ItemEntry) => ({
  ...{ id, width, height, points, start, end, text },
});

const itemOf = (now: Look, id: string) => now(`item:${id}`) as ItemEntry | undefined;

/** What puts an item back that is about to be taken off. It comes back under an id of its own. */
function addedAgain(now: Look, id: string): Act | null {
  const item = itemOf(now, id);
  if (item === undefined) return null;
  const { x, y, colour: paint } = spotOf(now, `item:${id}`);
  return ["AddItem", { ...itemFields(item), run: "", kind: item.kind, file: item.file, x, y, colour: paint }];
}

export const KINDS: { readonly [C in Undoable]: Kind<Fields<C>> } = {
  Place: {
    replaces: (f) => place(f.what),
    touches: (f) => [place(f.what)],
    back: (f, now) => {
      const { placed, x, y } = spotOf(now, f.what);
      return ["Place", { what: f.what, placed, x, y }];
    },
    foretold: (f, now) => {
      const spot = spotOf(now, f.what);
      return [[`spot:${spot.id}`, { ...spot, placed: f.placed, x: f.x, y: f.y, version: spot.version + 1 }]];
    },
  },
  Paint: {
    replaces: (f) => colour(f.what),
    touches: (f) => [colour(f.what)],
    back: (f, now) => ["Paint", { what: f.what, colour: spotOf(now, f.what).colour }],
    foretold: (f, now) => {
      const spot = spotOf(now, f.what);
      return [[`spot:${spot.id}`, { ...spot, colour: f.colour, colour_version: spot.colour_version + 1 }]];
    },
  },
  MoveCard: {
    replaces: (f) => `card:${f.id} place`,
    touches: (f) => [`card:${f.id} place`],
    back: (f, now) => {
      const card = now(`card:${f.id}`) as CardEntry | undefined;
      return card === undefined ? null : ["MoveCard", { id: f.id, group: card.group }];
    },
    foretold: (f, now) => {
      const card = now(`card:${f.id}`) as CardEntry | undefined;
      return card === undefined ? [] : [[`card:${f.id}`, { ...card, group: f.group, place: card.place + 1 }]];
    },
  },
  AddGroup: {
    touches: (f) => [`group:${f.id} version`, `group:${f.id} cards`],
    back: (f) => ["RemoveGroup", { id: f.id }],
    foretold: (f) => [[`group:${f.id}`, { id: f.id, name: f.name, version: 0 }]],
  },
  RenameGroup: {
    replaces: (f) => `group:${f.id} version`,
    touches: (f) => [`group:${f.id} version`],
    back: (f, now) => {
      const group = now(`group:${f.id}`) as GroupEntry | undefined;
      return group === undefined ? null : ["RenameGroup", { id: f.id, name: group.name }];
    },
    foretold: (f, now) => {
      const group = now(`group:${f.id}`) as GroupEntry | undefined;
      return group === undefined ? [] : [[`group:${f.id}`, { ...group, name: f.name, version: group.version + 1 }]];
    },
  },
  RemoveGroup: {
    touches: (f) => [`group:${f.id} version`],
    back: (f, now) => {
      const group = now(`group:${f.id}`) as GroupEntry | undefined;
      return group === undefined ? null : ["AddGroup", { id: f.id, run: "", name: group.name }];
    },
    foretold: (f) => [[`group:${f.id}`, null]],
  },
  AddItem: {
    touches: (f) => [`item:${f.id} version`, place(f.id), colour(f.id)],
    back: (f) => ["RemoveItem", { id: f.id }],
    foretold: (f) => {
      const { run: _run, x, y, colour: paint = "", ...item } = f;
      const none = { width: 0, height: 0, points: [], start: "", end: "", text: "", file: "", version: 0 };
      return [
        [`item:${f.id}`, { ...none, ...item }],
        [`spot:${f.id}`, { ...spotOf(() => undefined, f.id), placed: true, x, y, colour: paint }],
      ];
    },
  },
  ChangeItem: {
    replaces: (f) => `item:${f.id} version`,
    touches: (f) => [`item:${f.id} version`],
    back: (f, now) => {
      const item = itemOf(now, f.id);
      return item === undefined ? null : ["ChangeItem", itemFields(item)];
    },
    foretold: (f, now) => {
      const item = itemOf(now, f.id);
      return item === undefined ? [] : [[`item:${f.id}`, { ...item, ...f, version: item.version + 1 }]];
    },
  },
  RemoveItem: {
    touches: (f) => [`item:${f.id} version`, place(f.id), colour(f.id)],
    back: (f, now) => addedAgain(now, f.id),
    foretold: (f) => [
      [`item:${f.id}`, null],
      [`spot:${f.id}`, null],
    ],
  },
};

/** How an act is looked up in `KINDS`; that it fits its own fields is what `Act` says. */
export const kindOf = (act: Act) => KINDS[act[0]] as Kind<Act[1]>;

/** An act that makes a thing, under another id: one that was taken off the board never comes back. */
export function anew(act: Act, run: string): { readonly act: Act; readonly old: string; readonly id: string } | null {
  if (act[0] !== "AddItem" && act[0] !== "AddGroup") return null;
  const id = newId();
  return { act: [act[0], { ...act[1], id, run }] as Act, old: act[1].id, id };
}
