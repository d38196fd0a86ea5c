// A device with an open vote, in a test: the server's signature, its answers to what is cast, and what it received.
import { vi } from "vitest";
import { followBallots, ownBallots } from "../src/own/ballots.ts";
import type { BallotEntry } from "../src/protocol.gen.ts";

import { freshDevice } from "./page.ts";
import { aSigner } from "./signer.ts";
import { aBallot, id, show, WORKSHOP } from "./workshop.ts";

export interface Paper {
  readonly nullifier: string;
  readonly prefix: string;
  readonly sig: string;
  readonly rev: number;
  readonly allocation: Readonly<Record<string, number>>;
}

const signer = aSigner();
const OK = '{"status":"ok"}';

/** `spread`: as the server says it, in milliseconds. */
export async function aVoter(some: Partial<BallotEntry> = {}, spread = 0) {
  const { pem, sign, holds } = await signer;
  const ballot = aBallot({ id: id(String(Math.random()).slice(2)), public_key: pem, ...some });
  const line = freshDevice();
  line.obliging = false;
  const voter = {
    ballot,
    line,
    casts: [] as { readonly path: string; readonly init: RequestInit; readonly paper: Paper }[],
    reply: async () => new Response(OK),
    stop: () => {},
    /** Shows the ballot, changed: the vote opens, closes … */
    shows(changed: Partial<BallotEntry> = {}, clock = {}) {
      const pace = { closing_ms: 10_000, batch_ms: 20_000, grace_ms: 30_000, spread_ms: spread };
      show({ run: { stage: "vote" }, ballot: { ...ballot, ...changed }, clock, entered: { pace } });
    },
    /** The page is there, as after a reload; what the device keeps stays. */
    begins() {
      voter.stop();
      voter.stop = followBallots();
    },
    asked: () => line.all("AskCredential").filter((one) => one.fields.ballot === ballot.id),
    /** Waits until it has asked, and answers as the server does. */
    async gives() {
      const before = await vi.waitUntil(() => voter.asked().at(-1), { timeout: 5_000 });
      before.answer({ status: "ok", data: { sig: sign(String(before.fields.request)) } });
    },
    refuses(code: string, say = "") {
      voter.asked().at(-1)?.answer({ status: "refused", code, say });
    },
    own: () => ownBallots.value[ballot.id],
    isGenuine: ({ nullifier, prefix, sig }: Paper) => holds(prefix, `${nullifier}.${WORKSHOP}.${ballot.id}`, sig),
  };
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    voter.casts.push({ path, init, paper: JSON.parse(String(init.body)) as Paper });
    return voter.reply();
  });
  voter.shows();
  return voter;
}

export type Voter = Awaited<ReturnType<typeof aVoter>>;
