import { afterEach, expect, test, vi } from "vitest";
import { aVoter, type Voter } from "../../testing/voter.ts";
import { id, WORKSHOP } from "../../testing/workshop.ts";
import { lineUp } from "../asking.ts";
import { CAST_BYTES } from "../protocol.gen.ts";
import { ballotMark, vote } from "./ballots.ts";
import { paper } from "./voting.ts";

const [A, C] = [`card:${id("a")}`, `card:${id("c")}`] as const;
const SHORT = { timeout: 5_000 };
let voter: Voter;

afterEach(() => {
  voter?.stop();
  vi.useRealTimers();
});

const until = (holds: () => unknown) => vi.waitUntil(holds, SHORT);
const counted = () => until(() => ballotMark(voter.own()) === "counted");
const quiet = () => new Promise((done) => setTimeout(done, 60));

test("every device takes its ballot when the vote opens, whether or not its person will vote", async () => {
  voter = await aVoter({ state: "draft" });
  voter.begins();
  await quiet();
  expect(voter.asked()).toHaveLength(0);
  voter.shows({ state: "open" });
  await voter.gives();
  await until(() => voter.own()?.sig);
  expect([voter.own()?.rev, voter.casts.length]).toEqual([0, 0]);
});

test("what is asked for tells nothing of what is cast, and the server signs just that", async () => {
  voter = await aVoter();
  voter.begins();
  vote(voter.ballot, A, 1);
  await voter.gives();
  await counted();
  const request = String(voter.asked()[0]?.fields.request);
  const said = voter.casts[0]?.paper;
  expect(said && (await voter.isGenuine(said))).toBe(true);
  for (const secret of [said?.nullifier, said?.prefix]) expect(request).not.toContain(String(secret).slice(0, 12));
});

test("a ballot is cast with no name, no token, no cookie and no page it came from", async () => {
  voter = await aVoter();
  voter.begins();
  vote(voter.ballot, A, 1);
  await voter.gives();
  await counted();
  const [{ path, init, paper: said }] = voter.casts as [(typeof voter.casts)[number]];
  expect(path).toBe(`/api/workshops/${WORKSHOP}/ballots/${voter.ballot.id}/cast`);
  expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
  expect(init.headers).toEqual({ "Content-Type": "application/json" });
  expect(Object.keys(said).sort()).toEqual(["allocation", "nullifier", "pad", "prefix", "rev", "sig"]);
});

test("every ballot is as long as every other", () => {
  const sizes = [
    {},
    { [A]: 1 },
    { [A]: 2, [C]: 2 },
    Object.fromEntries([..."abcdef"].map((o) => [`group:${id(o)}`, 1])),
  ];
  const signed = { nullifier: "n".repeat(64), prefix: "p".repeat(64), sig: "s".repeat(342) };
  const bodies = sizes.map((allocation, at) => JSON.stringify(paper({ ...signed, rev: 10 ** (2 * at), allocation })));
  expect(new Set(bodies.map((body) => new TextEncoder().encode(body).length))).toEqual(new Set([CAST_BYTES]));
});

test("E32b: a change of mind goes with a higher revision and the same ballot", async () => {
  voter = await aVoter();
  voter.begins();
  vote(voter.ballot, A, 1);
  await voter.gives();
  await counted();
  vote(voter.ballot, C, 1);
  await counted();
  expect(voter.casts.map((one) => one.paper.rev)).toEqual([1, 2]);
  expect(new Set(voter.casts.map((one) => one.paper.nullifier)).size).toBe(1);
  expect(voter.asked()).toHaveLength(1);
});

test("asking and casting wait for a moment by chance, and what is marked meanwhile goes in one", async () => {
  voter = await aVoter({}, 400);
  const waits: number[] = [];
  const timeout = globalThis.setTimeout;
  vi.stubGlobal("setTimeout", (work: () => void, ms = 0) => {
    waits.push(ms);
    return timeout(work, ms);
  });
  const drawn = vi.spyOn(crypto, "getRandomValues");
  drawn.mockImplementation((into) => {
    if (into instanceof Uint32Array) into[0] = 2 ** 31;
    else (into as unknown as Uint8Array).fill(7);
    return into;
  });
  voter.begins();
  await voter.gives();
  expect(waits).toContain(200);
  waits.length = 0;
  vote(voter.ballot, A, 1);
  await until(() => waits.includes(200));
  vote(voter.ballot, C, 1);
  await counted();
  expect(voter.casts.map((one) => one.paper.rev)).toEqual([2]);
});

test("none is left once the vote is about to close", async () => {
  voter = await aVoter({}, 1_000_000);
  voter.begins();
  vote(voter.ballot, A, 1);
  await quiet();
  expect(voter.asked()).toHaveLength(0);
  voter.shows({}, { closing_at: Date.now() + 10_000 });
  await voter.gives();
  await counted();
});

test("what was blinded is kept before the server hears of it, and asked for again after a reload", async () => {
  voter = await aVoter();
  voter.begins();
  vote(voter.ballot, A, 1);
  await until(() => voter.asked().length);
  const request = String(voter.asked()[0]?.fields.request);
  expect(voter.own()?.request).toBe(request);
  // The answer is lost with the line: what this page asked is asked again, word for word.
  lineUp(voter.line);
  await until(() => voter.asked().length === 2);
  expect(voter.asked()[1]?.fields).toEqual(voter.asked()[0]?.fields);
  await voter.gives();
  await counted();
  expect(voter.own()).toMatchObject({ request: "", inverse: "" });
});

test("a ballot that met a dead line is cast again until it is counted", async () => {
  voter = await aVoter();
  voter.reply = () => Promise.reject(new TypeError("no line"));
  voter.begins();
  vote(voter.ballot, A, 1);
  await voter.gives();
  await until(() => voter.casts.length === 1);
  expect(ballotMark(voter.own())).toBe("unsent");
  voter.reply = async () => new Response('{"status":"ok"}');
  await counted();
  expect(voter.casts[1]?.paper).toEqual(voter.casts[0]?.paper);
});

test("E11: who came after the vote opened is told so at once, and is counted once they are let in", async () => {
  voter = await aVoter();
  voter.begins();
  await until(() => voter.asked().length);
  voter.refuses("not_on_roll", "You came later.");
  await until(() => ballotMark(voter.own()) === "refused");
  expect(voter.own()?.say).toBe("You came later.");
  vote(voter.ballot, A, 1);
  await until(() => voter.asked().length === 2);
  await voter.gives();
  await counted();
});

test("E11: who is not let in before the vote closes stops asking", async () => {
  voter = await aVoter();
  voter.begins();
  await until(() => voter.asked().length);
  vi.useFakeTimers();
  voter.refuses("not_on_roll", "You came later.");
  await vi.advanceTimersByTimeAsync(100);
  voter.shows({ state: "closed" });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(voter.asked()).toHaveLength(1);
});

test("whose ballot is on another device is told so, and does not ask on and on", async () => {
  voter = await aVoter();
  voter.begins();
  await until(() => voter.asked().length);
  voter.refuses("another_request", "You already have your ballot, on the device that asked first.");
  await until(() => ballotMark(voter.own()) === "refused");
  await quiet();
  expect(voter.asked()).toHaveLength(1);
});

test("an answer that is no signature is told, and never cast", async () => {
  voter = await aVoter();
  voter.begins();
  vote(voter.ballot, A, 1);
  await until(() => voter.asked().length);
  voter.asked()[0]?.answer({ status: "ok", data: { sig: "5".repeat(512) } });
  await until(() => voter.own()?.code === "broken");
  expect(voter.own()?.say).toBe("Something is wrong with this ballot. Please tell the facilitator.");
  expect(voter.casts).toHaveLength(0);
});

test("a refused ballot says why, and a change of mind is cast all the same", async () => {
  voter = await aVoter();
  voter.reply = async () => new Response('{"code":"over_cap","say":"Too much."}', { status: 409 });
  voter.begins();
  vote(voter.ballot, A, 1);
  await voter.gives();
  await until(() => voter.own()?.say === "Too much.");
  voter.reply = async () => new Response('{"status":"ok"}');
  vote(voter.ballot, A, -1);
  await counted();
  expect(voter.casts.at(-1)?.paper).toMatchObject({ rev: 2, allocation: {} });
});
