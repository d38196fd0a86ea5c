// This device's ballots: what it has had signed blind, the dots as they stand here, and which the server has counted.
import { computed, effect } from "@preact/signals";
import { onSetBack } from "../asking.ts";
import type { BallotEntry } from "../protocol.gen.ts";
import { newKey, shuffled } from "../random.ts";
import { ballot, ballots, session } from "../workshop.ts";
import { kept, writing } from "./kept.ts";

export interface OwnBallot {
  /** The secret that the ballot is counted under; the server first hears of it when it is cast. */
  readonly nullifier: string;
  /** The random bytes before what is signed; empty until it has been blinded. */
  readonly prefix: string;
  /** What was blinded, and how to take the blinding off the answer; empty again once that has been done. */
  readonly request: string;
  readonly inverse: string;
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

const voting = () => import("./voting.ts");
const AGAIN_MS = 1500;

/** Changes what is kept of a ballot that this device has. */
export function change(id: string, what: Partial<OwnBallot>): void {
  const old = ownBallots.peek()[id];
  if (old !== undefined) ownBallots.value = { ...ownBallots.peek(), [id]: { ...old, ...what } };
}

/** This device's ballot, made when it is first looked at. */
export function ownBallot(at: BallotEntry): OwnBallot {
  const found = ownBallots.peek()[at.id];
  const options = new Set(at.options);
  if (found?.prefix !== undefined && found.order.length === options.size && found.order.every((o) => options.has(o))) {
    return found;
  }
  const marks = Object.entries(found?.allocation ?? {});
  const left = marks.filter(([option]) => options.has(option));
  const made: OwnBallot = {
    nullifier: newKey(),
    prefix: "",
    request: "",
    inverse: "",
    counted: 0,
    code: "",
    say: "",
    ...found,
    // An older page may have kept one that was not signed blind.
    sig: found?.prefix ? found.sig : "",
    // What is no option any more gives its dots back.
    rev: (found?.rev ?? 0) + Number(left.length < marks.length),
    allocation: Object.fromEntries(left),
    order: shuffled(at.options),
  };
  ownBallots.value = { ...ownBallots.peek(), [at.id]: made };
  return made;
}

/** Dots that are given already. */
export function spent(allocation: Readonly<Record<string, number>>): number {
  return Object.values(allocation).reduce((sum, dots) => sum + dots, 0);
}

/** The dots with `by` more (or fewer) on an option; unchanged where budget or cap would be broken. */
export function moved(at: BallotEntry, allocation: OwnBallot["allocation"], option: string, by: number) {
  const dots = (allocation[option] ?? 0) + by;
  const { [option]: _old, ...rest } = allocation;
  if (dots < 0 || dots > at.cap || spent(rest) + dots > at.budget) return allocation;
  return dots === 0 ? rest : { ...rest, [option]: dots };
}

/** Changes the dots of an option, to be cast at a moment by chance. */
export function vote(at: BallotEntry, option: string, by: number): void {
  const own = ownBallot(at);
  const allocation = moved(at, own.allocation, option, by);
  if (allocation !== own.allocation) change(at.id, { allocation, rev: own.rev + 1 });
}

// Changes with each change of mind, and when the server has counted it or may have lost it.
const uncast = computed(() => {
  const own = ownBallots.value[ballot.value?.id ?? ""];
  return own && `${own.rev} ${own.counted}`;
});

// What the server counted may be lost with an older copy of its disk. Cast again, it counts once.
onSetBack(() => {
  for (const { id, state } of ballots.peek()) if (state === "open") change(id, { counted: 0 });
});

/** Every device takes its ballot when a vote opens, whether or not its person will vote; and casts what is marked. */
export function followBallots(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  return effect(() => {
    const at = ballot.value;
    if (at === null || !writing.value || (session.value?.role ?? "screen") === "screen") return;
    void uncast.value;
    // Before it opens this only brings what is needed then.
    const begin = () => {
      clearTimeout(timer);
      voting().then(
        (loaded) => {
          if (at.state === "open") void loaded.take(at);
        },
        () => {
          timer = setTimeout(begin, AGAIN_MS);
        },
      );
    };
    begin();
  });
}

/** How a ballot of one's own stands: untouched, not sent yet, counted, or refused. */
export function ballotMark(own: OwnBallot | undefined): "none" | "unsent" | "counted" | "refused" {
  if (own === undefined || (own.rev === 0 && own.code === "")) return "none";
  if (own.code !== "") return "refused";
  return own.counted === own.rev ? "counted" : "unsent";
}
