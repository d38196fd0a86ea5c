// What the one big button will do, worked out before it is pressed, so that it can say so.
import type { BallotEntry, PhaseEntry, RoomEntry, RunEntry, WorkshopEntry } from "../../protocol.gen.ts";
import { cautionsUnseen } from "./steps.ts";
import { t } from "./words.ts";

/** What pressing asks for. `roll`: nothing yet, the panel beneath comes first. `wait`: only another person may. */
export type Move = "start" | "next" | "close" | "roll" | "end" | "wait" | "none";

/** The button and, where a second press is needed, what is said before it. */
export interface NextMove {
  readonly move: Move;
  readonly label: string;
  /** Empty: one press is enough. */
  readonly say: readonly string[];
  /** Said as a warning. */
  readonly warn: readonly string[];
  readonly confirm: string;
}

/** What the button looks at. */
export interface Situation {
  readonly workshop: WorkshopEntry;
  readonly run: RunEntry | null;
  readonly phase: PhaseEntry | null;
  readonly ballot: BallotEntry | null;
  readonly worries: RunEntry | null;
  readonly room: RoomEntry;
  readonly closingSeconds: number;
  readonly cofacilitator: boolean;
}

const NAMES: Readonly<Record<string, Parameters<typeof t>[0]>> = {
  note: "desk.kinds.note",
  question: "desk.kinds.question",
  fact: "desk.kinds.fact",
  gap: "desk.kinds.gap",
  idea: "desk.kinds.idea",
  benefit: "desk.kinds.benefit",
  caution: "desk.kinds.caution",
  fix: "desk.kinds.fix",
};

/** "ideas", "facts and gaps": what a step collects, in words. */
export function kindsInWords(cards: readonly string[]): string {
  const names = cards.map((kind) => t(NAMES[kind] ?? "desk.kinds.cards"));
  const [first = t("desk.kinds.cards"), ...rest] = [...new Set(names)];
  return rest.reduce((said, name) => t("desk.and", { first: said, second: name }), first);
}

function plain(move: Move, label: string): NextMove {
  return { move, label, say: [], warn: [], confirm: "" };
}

/** Not all are done (said from five people on, E02). */
function unfinished(room: RoomEntry): string[] {
  return room.done === "" || room.done === "all" ? [] : [t("desk.notDone")];
}

function reveal(label: string, say: string, room: RoomEntry): NextMove {
  const small = room.small ? [t("desk.small")] : [];
  return { move: "next", label, say: [say], warn: [...small, ...unfinished(room)], confirm: t("desk.showYes") };
}

function ending(now: Situation): NextMove {
  const worries = cautionsUnseen(now.workshop, now.worries) ? [t("desk.endWorries")] : [];
  return {
    move: "end",
    label: t("desk.end"),
    say: [t("desk.endSay"), t("desk.endUnseen"), ...worries],
    warn: [],
    confirm: t("desk.endYes"),
  };
}

/** What the big button says and does now. */
export function nextMove(now: Situation): NextMove {
  const { workshop, run, phase, room } = now;
  if (workshop.state === "waiting") return plain("start", t("desk.start", { title: workshop.phases[0]?.title ?? "" }));
  if (workshop.state === "ended" || run === null || phase === null) return plain("none", t("desk.ended"));
  if (run.stage === "check") return reveal(t("desk.showWorries"), t("desk.worriesSay"), room);
  if (run.stage === "vote" && now.ballot?.state === "open") {
    return plain("close", t("desk.closeVote", { count: now.closingSeconds }));
  }
  if (run.stage === "vote" && now.ballot?.state === "draft") return plain("roll", t("desk.roll"));
  const next = workshop.phases[run.phase + 1];
  if (next === undefined) return now.cofacilitator ? plain("wait", t("desk.endOther")) : ending(now);
  const title = next.title;
  if (run.stage === "write") {
    const label = t("desk.show", { what: kindsInWords(phase.cards), title });
    return reveal(label, t("desk.showSay", { title: phase.title }), room);
  }
  const tie = (now.ballot?.tied.length ?? 0) > 0 && now.ballot?.outcome === "";
  // Only steps that are written unseen have an "I'm done" to press: elsewhere nobody can be waited for.
  const warn = run.stage === "result" && tie ? [t("desk.tieOpen")] : [];
  const label = t("desk.goOn", { title });
  return { move: "next", label, say: [], warn, confirm: t("desk.goOnYes") };
}
