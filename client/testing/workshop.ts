// A workshop to test with: entries as the server would send them, with only what a test cares about written out.
import type {
  BallotEntry,
  CardEntry,
  ClockEntry,
  Entered,
  GroupEntry,
  PhaseEntry,
  RoomEntry,
  RunEntry,
  SeatEntry,
  WorkshopEntry,
} from "../src/protocol.gen.ts";
import { replaceView } from "../src/workshop.ts";

export const WORKSHOP = "f0".repeat(16);

/** An id that is easy to read in a failure: "a" → "aaaa…". */
export const id = (letter: string) => letter.repeat(32).slice(0, 32);

export function aPhase(some: Partial<PhaseEntry> = {}): PhaseEntry {
  return {
    title: "Ideas",
    kind: "ideate",
    hat: "green",
    minutes: 8,
    prompt: "Write every idea you have.",
    visibility: "private",
    authorship: "unsigned",
    cards: ["idea"],
    ballot: "",
    background: "",
    ...some,
  };
}

export function aRun(some: Partial<RunEntry> = {}): RunEntry {
  return {
    id: id("1"),
    phase: 0,
    stage: "write",
    round: 1,
    open: true,
    revealed: false,
    ballot: "",
    tucked: false,
    tucked_version: 0,
    ...some,
  };
}

export function aCard(letter: string, some: Partial<CardEntry> = {}): CardEntry {
  return {
    id: id(letter),
    run: id("1"),
    kind: "idea",
    text: `Idea ${letter}`,
    signed: "",
    target: "",
    group: "",
    place: 0,
    wording: 0,
    late: false,
    hidden: "",
    hidden_version: 0,
    language: "",
    ...some,
  };
}

export function aGroup(letter: string, some: Partial<GroupEntry> = {}): GroupEntry {
  return { id: id(letter), name: `Group ${letter}`, version: 0, ...some };
}

export function aBallot(some: Partial<BallotEntry> = {}): BallotEntry {
  return {
    id: id("b"),
    run: id("1"),
    method: "dots",
    options: [`card:${id("a")}`, `card:${id("c")}`],
    budget: 3,
    cap: 2,
    run_off: false,
    state: "open",
    seats: 4,
    public_key: "",
    cast: 0,
    few: false,
    totals: {},
    voters: {},
    ranking: [],
    tied: [],
    talked: false,
    outcome: "",
    chosen: [],
    taken: [],
    reissued: 0,
    ...some,
  };
}

export function aWorkshop(some: Partial<WorkshopEntry> = {}): WorkshopEntry {
  return {
    id: WORKSHOP,
    title: "Loneliness by the sea",
    title_version: 0,
    state: "running",
    agenda: "hats-problem-60",
    agenda_title: "Problem solving in one hour",
    purpose: "From a local problem to one chosen idea",
    plan: "simple-plan",
    participants_may_export: true,
    phases: [aPhase()],
    run: id("1"),
    worry_run: id("2"),
    keeping: false,
    shortlist: [],
    shortlist_version: 0,
    slow: false,
    slow_version: 0,
    door_closed: false,
    door_version: 0,
    hidden: 0,
    language: "",
    reading: "",
    reading_version: 0,
    ...some,
  };
}

export function aClock(some: Partial<ClockEntry> = {}): ClockEntry {
  return { ends_at: 0, paused: false, left: 0, closing_at: 0, version: 0, ...some };
}

export function aSeat(letter: string, name: string, some: Partial<SeatEntry> = {}): SeatEntry {
  return { id: id(letter), name, facilitator: false, here: true, ...some };
}

export function aRoom(some: Partial<RoomEntry> = {}): RoomEntry {
  return {
    people: 5,
    small: false,
    facilitator_here: true,
    leading: "",
    done: "",
    saving: true,
    seats: [],
    waiting: [],
    talks: [],
    ...some,
  };
}

export function anEntered(some: Partial<Entered> = {}): Entered {
  return {
    view: {},
    number: 1,
    room: aRoom(),
    now: 1_000_000,
    audience: "participant",
    role: "participant",
    seat: id("5"),
    name: "",
    epoch: "1",
    protocol: "",
    invitation: { link: `/w/${WORKSHOP}`, join_code: "ABCD-EFGH", url: `https://moot.example/w/${WORKSHOP}` },
    pace: { closing_ms: 10_000, batch_ms: 20_000, grace_ms: 30_000, spread_ms: 0 },
    cofacilitator: false,
    support: "",
    ...some,
  };
}

interface Scene {
  head?: Partial<WorkshopEntry>;
  phase?: Partial<PhaseEntry>;
  /** Null: no step goes on. */
  run?: Partial<RunEntry> | null;
  runs?: readonly RunEntry[];
  cards?: readonly CardEntry[];
  groups?: readonly GroupEntry[];
  ballot?: Partial<BallotEntry>;
  clock?: Partial<ClockEntry>;
  more?: Readonly<Record<string, unknown>>;
  room?: Partial<RoomEntry>;
  entered?: Partial<Entered>;
}

/** Puts a workshop in one step on the page, as if it had just been entered. */
export function show(scene: Scene = {}): void {
  const ballot = scene.ballot && aBallot(scene.ballot);
  const run = scene.run === null ? null : aRun({ ballot: ballot?.id ?? "", ...scene.run });
  const view: Record<string, unknown> = {
    workshop: aWorkshop({ phases: [aPhase(scene.phase)], run: run?.id ?? "", ...scene.head }),
    clock: aClock(scene.clock),
    [`run:${id("2")}`]: aRun({ id: id("2"), stage: "keep" }),
  };
  if (run !== null) view[`run:${run.id}`] = run;
  for (const other of scene.runs ?? []) view[`run:${other.id}`] = other;
  for (const card of scene.cards ?? []) view[`card:${card.id}`] = card;
  for (const group of scene.groups ?? []) view[`group:${group.id}`] = group;
  if (ballot) view[`ballot:${ballot.id}`] = ballot;
  const { view: _view, number: _number, room: _room, now: _now, ...session } = anEntered(scene.entered);
  replaceView({ ...view, ...scene.more }, aRoom(scene.room), session);
}

const step = (title: string, some: Partial<PhaseEntry> = {}) =>
  aPhase({ title, minutes: 5, prompt: `${title}?`, ...some });

/** Ideas (private), reading, cautions, a vote by dots. */
export const PHASES: readonly PhaseEntry[] = [
  step("Ideas"),
  step("Reading", { kind: "reveal", hat: "blue", visibility: "shared", authorship: "none", cards: [] }),
  step("Cautions", { kind: "caution", hat: "black", visibility: "live", cards: ["caution"] }),
  step("Dots", { kind: "vote", hat: "blue", cards: [], ballot: "dots" }),
];

/** The same before Mo, who leads it: four steps, nothing kept for later, and Ana is here too. */
export function showLed(scene: Scene = {}): void {
  const seats = [aSeat("f1", "Mo", { facilitator: true }), aSeat("f2", "Ana")];
  show({
    ...scene,
    head: { phases: PHASES, worry_run: "", ...scene.head },
    clock: { version: 7, ...scene.clock },
    room: { people: 0, small: true, seats, ...scene.room },
    entered: { role: "facilitator", audience: "facilitator", seat: id("f1"), name: "Mo", ...scene.entered },
  });
}
