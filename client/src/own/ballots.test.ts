import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TestLine } from "../../testing/line.ts";
import { aBallot, id } from "../../testing/workshop.ts";
import { heardEpoch, lineDown, lineUp } from "../asking.ts";
import { entries } from "../workshop.ts";
import { ballotMark, moved, ownBallot, ownBallots, spent, vote } from "./ballots.ts";

const [A, C] = [`card:${id("a")}`, `card:${id("c")}`] as const;
const ballot = aBallot();
let line: TestLine;
let casts: { rev: number; allocation: Record<string, number>; nullifier: string; sig: string }[];
let reply: () => Promise<Response>;

beforeEach(() => {
  ownBallots.value = {};
  casts = [];
  reply = async () => new Response('{"status":"ok"}');
  line = new TestLine();
  line.connected = true;
  lineUp(line);
  vi.stubGlobal("fetch", (_path: string, init: RequestInit) => {
    casts.push(JSON.parse(String(init.body)));
    return reply();
  });
});
afterEach(() => {
  lineDown();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const mark = () => ballotMark(ownBallots.value[ballot.id]);
const settled = () => new Promise((done) => setTimeout(done, 5));
const giveTicket = () =>
  line
    .all("AskCredential")
    .at(-1)
    ?.answer({ status: "ok", data: { sig: "SIG" } });

test("dots keep to the budget and to the cap", () => {
  expect(moved(ballot, {}, A, 1)).toEqual({ [A]: 1 });
  expect(moved(ballot, { [A]: 2 }, A, 1)).toEqual({ [A]: 2 });
  expect(moved(ballot, { [A]: 2, [C]: 1 }, C, 1)).toEqual({ [A]: 2, [C]: 1 });
  expect(moved(ballot, { [A]: 1 }, A, -1)).toEqual({});
  expect(moved(ballot, {}, A, -1)).toEqual({});
  expect(spent({ [A]: 2, [C]: 1 })).toBe(3);
});

test("the order of the options is this device's own and stays", () => {
  const orders = new Set<string>();
  for (let time = 0; time < 40; time += 1) {
    ownBallots.value = {};
    orders.add(ownBallot(ballot).order.join());
  }
  expect(orders.size).toBe(2);
  expect(ownBallot(ballot).order).toBe(ownBallot(ballot).order);
});

test("a vote is not sent yet until it is counted", async () => {
  expect(mark()).toBe("none");
  vote("w", ballot, A, 1);
  expect(mark()).toBe("unsent");
  giveTicket();
  await settled();
  expect(mark()).toBe("counted");
  expect(casts[0]).toMatchObject({ rev: 1, allocation: { [A]: 1 }, sig: "SIG" });
});

test("E32b: a change of mind goes with a higher revision and the same ticket", async () => {
  vote("w", ballot, A, 1);
  giveTicket();
  await settled();
  vote("w", ballot, C, 1);
  await settled();
  expect(casts.map((one) => one.rev)).toEqual([1, 2]);
  expect(new Set(casts.map((one) => one.nullifier)).size).toBe(1);
  expect(line.all("AskCredential")).toHaveLength(1);
});

test("where the server was set back, an open ballot is cast again, and a closed one is not", async () => {
  vote(id("w"), ballot, A, 1);
  giveTicket();
  await settled();
  expect(casts).toHaveLength(1);
  for (const [state, count] of [
    ["open", 2],
    ["closed", 2],
  ] as const) {
    entries.value = new Map([[`ballot:${ballot.id}`, { ...ballot, state }]]);
    heardEpoch(`before ${state}`);
    await settled();
    heardEpoch(`after ${state}`);
    await settled();
    expect([casts.length, mark()]).toEqual([count, "counted"]);
  }
  expect(casts[1]).toEqual(casts[0]);
});

test("no name and no token go with a ballot", async () => {
  vote("w", ballot, A, 1);
  giveTicket();
  await settled();
  expect(Object.keys(casts[0] ?? {}).sort()).toEqual(["allocation", "nullifier", "rev", "sig"]);
});

test("a ballot that met a dead line is cast again until it is counted", async () => {
  vi.useFakeTimers();
  reply = () => Promise.reject(new TypeError("no line"));
  vote("w", ballot, A, 1);
  giveTicket();
  await vi.advanceTimersByTimeAsync(100);
  expect(mark()).toBe("unsent");
  reply = async () => new Response('{"status":"ok"}');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(mark()).toBe("counted");
});

test("E11: who came after the vote opened is told so, and is counted once they are let in", async () => {
  vi.useFakeTimers();
  vote("w", ballot, A, 1);
  const no = { status: "refused", code: "not_on_roll", say: "You came later." };
  line.all("AskCredential")[0]?.answer(no);
  await vi.advanceTimersByTimeAsync(10);
  expect(mark()).toBe("refused");
  expect(ownBallots.value[ballot.id]?.say).toBe("You came later.");
  await vi.advanceTimersByTimeAsync(3_000);
  line.all("AskCredential")[1]?.answer(no);
  await vi.advanceTimersByTimeAsync(3_000);
  giveTicket();
  await vi.advanceTimersByTimeAsync(10);
  expect(mark()).toBe("counted");
});

test("E11: who is not let in before the vote closes stops asking", async () => {
  vi.useFakeTimers();
  vote("w", ballot, A, 1);
  line.all("AskCredential")[0]?.answer({ status: "refused", code: "not_on_roll", say: "You came later." });
  await vi.advanceTimersByTimeAsync(3_000);
  line.all("AskCredential")[1]?.answer({ status: "refused", code: "ballot_not_open", say: "Not open." });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(line.all("AskCredential")).toHaveLength(2);
});
