// A workshop for tests: three steps and a vote, as the server would send it.
import { lineUp } from "../src/asking.ts";
import type {
  BallotEntry,
  CardEntry,
  ClockEntry,
  Entries,
  PhaseEntry,
  RoomEntry,
  RunEntry,
  SeatEntry,
  WorkshopEntry,
} from "../src/protocol.gen.ts";
import { entries, room, type Session, session } from "../src/workshop.ts";

/** "1" becomes 000…1: an id that can be read. */
export function id(short: string): string {
  return short.padStart(32, "0");
}

export function phaseEntry(title: string, more: Partial<PhaseEntry> = {}): PhaseEntry {
  return {
    title,
    kind: "ideate",
    hat: "green",
    minutes: 5,
    prompt: `${title}?`,
    visibility: "private",
    authorship: "unsigned",
    cards: ["idea"],
    ballot: "",
    ...more,
  };
}

/** Ideas (private), reading, cautions, a vote by dots. */
export const PHASES: readonly PhaseEntry[] = [
  phaseEntry("Ideas"),
  phaseEntry("Reading", { kind: "reveal", hat: "blue", visibility: "shared", authorship: "none", cards: [] }),
  phaseEntry("Cautions", { kind: "caution", hat: "black", visibility: "live", cards: ["caution"] }),
  phaseEntry("Dots", { kind: "vote", hat: "blue", visibility: "private", cards: [], ballot: "dots" }),
];

export function workshopEntry(more: Partial<WorkshopEntry> = {}): WorkshopEntry {
  return {
    id: id("1"),
    title: "How might we meet more often?",
    title_version: 0,
    state: "running",
    agenda: "short",
    agenda_title: "Short",
    purpose: "",
    plan: "simple-plan",
    participants_may_export: true,
    phases: PHASES,
    run: id("a0"),
    worry_run: id("b0"),
    keeping: false,
    shortlist: [],
    shortlist_version: 0,
    ...more,
  };
}

export function runEntry(more: Partial<RunEntry> = {}): RunEntry {
  const plain = { id: id("a0"), phase: 0, stage: "write", round: 1, open: true, revealed: false } as const;
  return { ...plain, ballot: "", tucked: false, tucked_version: 0, ...more };
}

export function clockFor(more: Partial<ClockEntry> = {}): ClockEntry {
  return { ends_at: 0, paused: false, left: 0, closing_at: 0, version: 7, ...more };
}

export function cardEntry(short: string, text: string, more: Partial<CardEntry> = {}): CardEntry {
  const plain = { id: id(short), run: id("a9"), kind: "idea", text, signed: "", target: "", group: "" } as const;
  return { ...plain, place: 0, wording: 0, late: false, ...more };
}

export function ballotEntry(more: Partial<BallotEntry> = {}): BallotEntry {
  return {
    id: id("c0"),
    run: id("a0"),
    method: "dots",
    options: [`card:${id("e1")}`, `card:${id("e2")}`],
    budget: 2,
    cap: 1,
    run_off: false,
    state: "draft",
    seats: 0,
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
    ...more,
  };
}

export function seatEntry(short: string, name: string, more: Partial<SeatEntry> = {}): SeatEntry {
  return { id: id(short), name, facilitator: false, here: true, ...more };
}

export function roomEntry(more: Partial<RoomEntry> = {}): RoomEntry {
  const seats = [seatEntry("f1", "Mo", { facilitator: true }), seatEntry("f2", "Ana")];
  return { people: 0, small: true, facilitator_here: true, leading: "", done: "", seats, waiting: [], ...more };
}

const SESSION: Session = {
  role: "facilitator",
  audience: "facilitator",
  seat: id("f1"),
  name: "Mo",
  epoch: "1",
  protocol: "",
  invitation: { link: `/w/${id("1")}`, join_code: "K7QM-3XRD", url: `https://moot.example/w/${id("1")}` },
  pace: { closing_ms: 10_000, batch_ms: 20_000, grace_ms: 30_000 },
  cofacilitator: false,
  support: "",
};

interface Scene {
  workshop?: Partial<WorkshopEntry>;
  run?: Partial<RunEntry> | null;
  clock?: Partial<ClockEntry>;
  ballot?: Partial<BallotEntry>;
  cards?: readonly CardEntry[];
  more?: Partial<Record<string, Entries[keyof Entries]>>;
  room?: Partial<RoomEntry>;
  session?: Partial<Session>;
}

/** Puts a workshop before this page. */
export function show(scene: Scene = {}): void {
  const run = scene.run === null ? null : runEntry({ ballot: scene.ballot ? id("c0") : "", ...scene.run });
  const view = new Map<string, unknown>([
    ["workshop", workshopEntry({ run: run?.id ?? "", ...scene.workshop })],
    ["clock", clockFor(scene.clock)],
  ]);
  if (run !== null) view.set(`run:${run.id}`, run);
  if (scene.ballot) view.set(`ballot:${id("c0")}`, ballotEntry(scene.ballot));
  for (const card of scene.cards ?? []) view.set(`card:${card.id}`, card);
  for (const [key, entry] of Object.entries(scene.more ?? {})) view.set(key, entry);
  entries.value = view;
  room.value = roomEntry(scene.room);
  session.value = { ...SESSION, ...scene.session };
}

type Asked = readonly [command: string, fields: unknown];

/** A line that writes down what is asked and answers it: yes, unless `answer` says otherwise. */
export function listen(answer: (command: string) => unknown = () => ({ status: "ok" })): Asked[] {
  const asked: Asked[] = [];
  lineUp({
    connected: true,
    emit(_event, said, reply) {
      const { command, fields } = said as { command: string; fields: unknown };
      asked.push([command, fields]);
      (reply as (answer: unknown) => void)(answer(command));
    },
  });
  return asked;
}
