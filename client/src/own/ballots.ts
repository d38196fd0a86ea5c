// This device's ballots: the ticket, the dots as they stand here, and which of them the server has counted.
import { ask, OTHER_TAB, onSetBack } from "../asking.ts";
import { post, Refused } from "../http.ts";
import type { BallotEntry } from "../protocol.gen.ts";
import { newKey, shuffled } from "../random.ts";
import { ballots, workshop } from "../workshop.ts";
import { kept, writing } from "./kept.ts";

export interface OwnBallot {
  readonly nullifier: string;
  readonly sig: string;
  /** Rises with every change here; `counted` is the last one that the server has. */
  readonly rev: number;
  readonly counted: number;
  readonly allocation: Readonly<Record<string, number>>;
  /** The order in which this device shows the options: random, so that no option is always first. */
  readonly order: readonly string[];
  readonly code: string;
  readonly say: string;
}

export const ownBallots = kept<Readonly<Record<string, OwnBallot>>>("ballots", {});

const AGAIN_MS = 1500;
const LET_IN_MS = 3000;
const FOR_NOW = new Set(["offline", "too_fast", "saving_paused"]);
const casting = new Set<string>();

function change(id: string, what: Partial<OwnBallot>): void {
  const old = ownBallots.peek()[id];
  if (old !== undefined) ownBallots.value = { ...ownBallots.peek(), [id]: { ...old, ...what } };
}

/** This device's ballot, made when it is first looked at. */
export function ownBallot(ballot: BallotEntry): OwnBallot {
  const found = ownBallots.peek()[ballot.id];
  const options = new Set(ballot.options);
  if (found !== undefined && found.order.length === options.size && found.order.every((one) => options.has(one))) {
    return found;
  }
  const made: OwnBallot = {
    nullifier: newKey(),
    sig: "",
    rev: 0,
    counted: 0,
    allocation: {},
    code: "",
    say: "",
    ...found,
    order: shuffled(ballot.options),
  };
  ownBallots.value = { ...ownBallots.peek(), [ballot.id]: made };
  return made;
}

/** Dots that are given already. */
export function spent(allocation: Readonly<Record<string, number>>): number {
  return Object.values(allocation).reduce((sum, dots) => sum + dots, 0);
}

/** The dots with `by` more (or fewer) on an option; unchanged where budget or cap would be broken. */
export function moved(ballot: BallotEntry, allocation: OwnBallot["allocation"], option: string, by: number) {
  const dots = (allocation[option] ?? 0) + by;
  const { [option]: _old, ...rest } = allocation;
  if (dots < 0 || dots > ballot.cap || spent(rest) + dots > ballot.budget) return allocation;
  return dots === 0 ? rest : { ...rest, [option]: dots };
}

/** Changes the dots of an option and casts the ballot. */
export function vote(workshop: string, ballot: BallotEntry, option: string, by: number): void {
  const own = ownBallot(ballot);
  const allocation = moved(ballot, own.allocation, option, by);
  if (allocation === own.allocation) return;
  change(ballot.id, { allocation, rev: own.rev + 1, code: "", say: "" });
  void cast(workshop, ballot.id);
}

async function ticket(id: string, own: OwnBallot): Promise<string> {
  const answer = await ask("AskCredential", { ballot: id, request: own.nullifier });
  if (answer.status !== "ok") throw new Refused(answer.code, answer.say);
  return String(answer.data?.sig ?? "");
}

/** Casts what stands here, again and again until it is counted or refused for good. No identity goes with it. */
export async function cast(workshop: string, id: string): Promise<void> {
  if (casting.has(id) || !writing.peek()) return;
  casting.add(id);
  try {
    for (;;) {
      const own = ownBallots.peek()[id];
      if (own === undefined || own.rev === own.counted) return;
      try {
        const sig = own.sig || (await ticket(id, own));
        change(id, { sig });
        const { nullifier, rev, allocation } = own;
        await post(`/api/workshops/${workshop}/ballots/${id}/cast`, { nullifier, sig, rev, allocation });
        change(id, { counted: rev, code: "", say: "" });
      } catch (problem) {
        const { code, say } = problem instanceof Refused ? problem : { code: "offline", say: "" };
        if (code === OTHER_TAB) return;
        if (!FOR_NOW.has(code)) {
          change(id, { code, say });
          if (code !== "not_on_roll") return;
        }
        // E11: whoever came late may be let in at any moment. How many may vote is told to nobody, so this asks.
        await new Promise((resolve) => setTimeout(resolve, code === "not_on_roll" ? LET_IN_MS : AGAIN_MS));
      }
    }
  } finally {
    casting.delete(id);
  }
}

// What the server counted may be lost with an older copy of its disk. Cast again, it counts once.
onSetBack(() => {
  for (const { id, state } of ballots.peek()) {
    if (state !== "open" || ownBallots.peek()[id] === undefined) continue;
    change(id, { counted: 0 });
    void cast(workshop.peek()?.id ?? "", id);
  }
});

/** How a ballot of one's own stands: untouched, not sent yet, counted, or refused. */
export function ballotMark(own: OwnBallot | undefined): "none" | "unsent" | "counted" | "refused" {
  if (own === undefined || own.rev === 0) return "none";
  if (own.code !== "") return "refused";
  return own.counted === own.rev ? "counted" : "unsent";
}
