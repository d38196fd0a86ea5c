// The workshop as this device sees it: the entries of its view, the room, and what is current in them.
import { batch, computed, signal } from "@preact/signals";
import type {
  BallotEntry,
  CardEntry,
  Entered,
  Entries,
  GroupEntry,
  PhaseEntry,
  RoomEntry,
  RunEntry,
  WorkshopEntry,
} from "./protocol.gen.ts";
import { changed, keysOf } from "./register.ts";
import { t } from "./words/words.ts";

/** A view: entries by key (`card:ID`; `workshop`, `clock` and `timing` stand alone). */
export type ViewEntries = ReadonlyMap<string, unknown>;

/** What `enter` answers besides the view, the room and the time. */
export type Session = Omit<Entered, "view" | "number" | "room" | "now">;

/** What has changed between two states of a view. */
export interface Patch {
  readonly set: Readonly<Record<string, unknown>>;
  readonly gone: readonly string[];
}

export const entries = signal<ViewEntries>(new Map());
export const room = signal<RoomEntry | null>(null);
export const session = signal<Session | null>(null);

/** What comes from the server as people read it: a hidden card says why in place of its words (E33). */
function readable(key: string, entry: unknown): unknown {
  const why = key.startsWith("card:") && (entry as CardEntry).hidden;
  return why ? { ...(entry as CardEntry), text: t(`hidden.${why}`) } : entry;
}

/** The view with a patch applied; the view itself stays as it is. */
export function patched(view: ViewEntries, patch: Patch): ViewEntries {
  const set = Object.entries(patch.set).map(([key, entry]) => [key, readable(key, entry)] as const);
  return changed(view, set, patch.gone);
}

/** Every entry of one kind, in order of id: random, so that the order tells nothing. */
export function entriesOf<K extends keyof Entries>(view: ViewEntries, kind: K): Entries[K][] {
  return keysOf(view, kind).map((key) => view.get(key) as Entries[K]);
}

export const workshop = computed(() => (entries.value.get("workshop") as WorkshopEntry | undefined) ?? null);
export const clockEntry = computed(() => (entries.value.get("clock") as Entries["clock"] | undefined) ?? null);
export const keepingEntry = computed(() => (entries.value.get("keeping") as Entries["keeping"] | undefined) ?? null);
export const runs = computed(() => entriesOf(entries.value, "run"));
export const cards = computed(() => entriesOf(entries.value, "card"));
export const groups = computed(() => entriesOf(entries.value, "group"));
export const ballots = computed(() => entriesOf(entries.value, "ballot"));
export const decisions = computed(() => entriesOf(entries.value, "decision"));
export const actions = computed(() => entriesOf(entries.value, "action"));
export const planLines = computed(() => entriesOf(entries.value, "plan"));

/** The run with this id, or null. */
export function runOf(view: ViewEntries, id: string): RunEntry | null {
  return (view.get(`run:${id}`) as RunEntry | undefined) ?? null;
}

export const run = computed<RunEntry | null>(() => runOf(entries.value, workshop.value?.run ?? ""));

/** The phase of a run, or null. */
export function phaseOf(view: ViewEntries, of: RunEntry | null): PhaseEntry | null {
  if (of === null) return null;
  return (view.get("workshop") as WorkshopEntry | undefined)?.phases[of.phase] ?? null;
}

export const phase = computed(() => phaseOf(entries.value, run.value));
export const ballot = computed<BallotEntry | null>(
  () => (entries.value.get(`ballot:${run.value?.ballot ?? ""}`) as BallotEntry | undefined) ?? null,
);

/** The ballot that was closed last: of the latest phase, and there of the latest round; or null. */
export function lastResult(view: ViewEntries): BallotEntry | null {
  const rank = (one: BallotEntry) => {
    const of = runOf(view, one.run);
    return of === null ? -1 : of.phase * 1000 + of.round;
  };
  const closed = entriesOf(view, "ballot").filter((one) => one.state === "closed");
  return closed.sort((a, b) => rank(a) - rank(b)).at(-1) ?? null;
}

/** Puts a whole new view in place of the old one. */
export function replaceView(view: Readonly<Record<string, unknown>>, people: RoomEntry, entered: Session): void {
  batch(() => {
    entries.value = patched(new Map(), { set: view, gone: [] });
    room.value = people;
    session.value = entered;
  });
}

/** Forgets the workshop on this page. */
export function clearView(): void {
  batch(() => {
    entries.value = new Map();
    room.value = null;
    session.value = null;
  });
}

/** The card with this id, or null. */
export function cardOf(view: ViewEntries, id: string): CardEntry | null {
  return (view.get(`card:${id}`) as CardEntry | undefined) ?? null;
}

/** What a reference (`card:ID`, `group:ID`) is called: a group's name or a card's text; else "". */
export function titleOf(view: ViewEntries, reference: string): string {
  const entry = view.get(reference) as CardEntry | GroupEntry | undefined;
  if (entry === undefined) return "";
  return "name" in entry ? entry.name : entry.text;
}

/** What can be weighed or voted on: the shortlist; without one every group and every idea that stands alone. */
export function optionsOf(view: ViewEntries): string[] {
  const head = view.get("workshop") as WorkshopEntry | undefined;
  const shortlist = (head?.shortlist ?? []).filter((reference) => view.has(reference));
  if (shortlist.length > 0) return shortlist;
  const ideas = entriesOf(view, "card").filter((card) => card.kind === "idea" && !card.hidden);
  const used = new Set(ideas.map((card) => card.group));
  const named = entriesOf(view, "group").filter((group) => used.has(group.id));
  return [
    ...named.map((group) => `group:${group.id}`),
    ...ideas.filter((c) => c.group === "").map((c) => `card:${c.id}`),
  ];
}

/** The option of `options` that a card's target belongs to: itself, or the group its idea is in; else "". */
export function optionOf(view: ViewEntries, options: readonly string[], target: string): string {
  if (options.includes(target)) return target;
  const idea = target.startsWith("card:") ? cardOf(view, target.slice(5)) : null;
  const group = idea === null || idea.group === "" ? "" : `group:${idea.group}`;
  return options.includes(group) ? group : "";
}

/** The cards of one kind about an option, for example the benefits of an idea or of a group's ideas. */
export function cardsAbout(view: ViewEntries, option: string, kind: CardEntry["kind"]): CardEntry[] {
  return entriesOf(view, "card").filter(
    (card) => card.kind === kind && optionOf(view, [option], card.target) === option,
  );
}

/** Cards that came in time first, then those marked "later"; within that as they stand. */
export function lateLast(list: readonly CardEntry[]): CardEntry[] {
  return [...list].sort((a, b) => Number(a.late) - Number(b.late));
}

/** Whether the run takes new cards of this kind now. */
export function takes(of: RunEntry | null, during: PhaseEntry | null, kind: string): boolean {
  if (of === null || during === null || !of.open) return false;
  if (of.stage !== "write" && of.stage !== "live") return false;
  return (during.cards as readonly string[]).includes(kind);
}
