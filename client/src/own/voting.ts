// Loaded when a vote begins: takes this device's ballot, signed blind, and casts it without a name.
import { effect } from "@preact/signals";
import { ask, OTHER_TAB } from "../asking.ts";
import { postUnnamed, Refused } from "../http.ts";
import { type BallotEntry, CAST_BYTES } from "../protocol.gen.ts";
import { t } from "../words/words.ts";
import { ballots, clockEntry, session, workshop } from "../workshop.ts";
import { change, ownBallot, ownBallots } from "./ballots.ts";
import { BrokenAnswer, blinded, finished } from "./blinding.ts";
import { saved, writing } from "./kept.ts";

const AGAIN_MS = 1500;
const LET_IN_MS = 3000;
const FOR_NOW = new Set(["offline", "too_fast", "saving_paused"]);
const taking = new Set<string>();
const casting = new Set<string>();

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const idHere = () => workshop.peek()?.id ?? "";
const isOpen = (id: string) => writing.peek() && ballots.peek().some((one) => one.id === id && one.state === "open");

/** A moment by chance, so that nobody who watches can tell one device from another; none is left once it closes. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => {
    let stop = () => {};
    const over = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    const timer = setTimeout(over, ((session.peek()?.pace.spread_ms ?? 0) * drawn) / 2 ** 32);
    stop = effect(() => {
      if ((clockEntry.value?.closing_at ?? 0) > 0) queueMicrotask(over);
    });
  });
}

/** What is to be signed, blinded. It is kept on this device before the server hears of it: a second one it refuses. */
async function request(at: BallotEntry): Promise<string> {
  const own = ownBallot(at);
  if (own.request !== "") return own.request;
  const made = await blinded(at.public_key, `${own.nullifier}.${idHere()}.${at.id}`);
  change(at.id, made);
  await saved();
  return made.request;
}

async function askFor(at: BallotEntry): Promise<void> {
  const answer = await ask("AskCredential", { ballot: at.id, request: await request(at) });
  if (answer.status !== "ok") throw new Refused(answer.code, answer.say);
  const { nullifier, prefix, inverse } = ownBallot(at);
  const message = `${nullifier}.${idHere()}.${at.id}`;
  const sig = await finished(at.public_key, message, prefix, inverse, String(answer.data?.sig ?? ""));
  change(at.id, { sig, request: "", inverse: "", code: "", say: "" });
}

/** Takes this device's ballot once, then casts what is marked on it. */
export async function take(at: BallotEntry): Promise<void> {
  if (taking.has(at.id)) return;
  taking.add(at.id);
  try {
    if (ownBallot(at).sig === "") await aMoment();
    while (isOpen(at.id) && ownBallot(at).sig === "") {
      try {
        await askFor(at);
      } catch (problem) {
        if (!(await goesOn(at.id, problem))) return;
      }
    }
  } finally {
    taking.delete(at.id);
  }
  await cast(at.id);
}

/** Says what is the matter, and whether to try again: after a while it is time to. */
async function goesOn(id: string, problem: unknown): Promise<boolean> {
  if (problem instanceof BrokenAnswer) {
    change(id, { code: "broken", say: t("vote.broken") });
    return false;
  }
  const { code, say } = problem instanceof Refused ? problem : { code: "offline", say: "" };
  if (code === OTHER_TAB) return false;
  if (!FOR_NOW.has(code)) change(id, { code, say });
  if (!FOR_NOW.has(code) && code !== "not_on_roll") return false;
  // E11: whoever came late may be let in at any moment. How many may vote is told to nobody, so this asks.
  await later(code === "not_on_roll" ? LET_IN_MS : AGAIN_MS);
  return true;
}

/** The body of a ballot: as long as every other, so that its length does not tell what is marked. */
export function paper(of: object): object {
  return { ...of, pad: "0".repeat(Math.max(0, CAST_BYTES - JSON.stringify({ ...of, pad: "" }).length)) };
}

/** Casts what stands here, again and again until it is counted or refused for good. No identity goes with it. */
async function cast(id: string): Promise<void> {
  if (casting.has(id)) return;
  casting.add(id);
  try {
    while (isOpen(id)) {
      const before = ownBallots.peek()[id];
      if (before === undefined || before.sig === "" || before.rev === before.counted) return;
      await aMoment();
      const own = ownBallots.peek()[id];
      if (own === undefined || !writing.peek()) return;
      const { nullifier, prefix, sig, rev, allocation } = own;
      try {
        const body = paper({ nullifier, prefix, sig, rev, allocation });
        await postUnnamed(`/api/workshops/${idHere()}/ballots/${id}/cast`, body);
        change(id, { counted: rev, code: "", say: "" });
      } catch (problem) {
        if (!(await goesOn(id, problem))) return;
      }
    }
  } finally {
    casting.delete(id);
  }
}
