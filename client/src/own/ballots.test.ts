import { afterEach, expect, test, vi } from "vitest";
import { aVoter, type Voter } from "../../testing/voter.ts";
import { aBallot, id } from "../../testing/workshop.ts";
import { heardEpoch } from "../asking.ts";
import { session } from "../workshop.ts";
import { ballotMark, moved, type OwnBallot, ownBallot, ownBallots, spent, vote } from "./ballots.ts";
import { writing } from "./kept.ts";

const [A, C] = [`card:${id("a")}`, `card:${id("c")}`] as const;
const ballot = aBallot();
let voter: Voter | undefined;

afterEach(() => voter?.stop());

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

test("what is no option any more gives its dots back, and the rest is cast anew", () => {
  ownBallots.value = {};
  vote(ballot, A, 2);
  vote(ballot, C, 1);
  const before = ownBallot(ballot);
  const after = ownBallot({ ...ballot, options: [C] });
  expect(after).toMatchObject({ allocation: { [C]: 1 }, rev: before.rev + 1, order: [C] });
  expect(after.nullifier).toBe(before.nullifier);
});

test("marks that an older page kept stay, and what was not signed blind is asked for anew", () => {
  const older = { nullifier: "n", sig: "old", rev: 3, counted: 3, allocation: { [A]: 1 }, order: [A, C] };
  ownBallots.value = { [ballot.id]: older as unknown as OwnBallot };
  expect(ownBallot(ballot)).toMatchObject({ sig: "", prefix: "", rev: 3, allocation: { [A]: 1 } });
});

test("a vote is not sent yet until it is counted", async () => {
  voter = await aVoter();
  const mark = () => ballotMark(voter?.own());
  voter.begins();
  expect(mark()).toBe("none");
  vote(voter.ballot, A, 1);
  expect(mark()).toBe("unsent");
  await voter.gives();
  await vi.waitUntil(() => mark() === "counted");
  expect(voter.casts[0]?.paper).toMatchObject({ rev: 1, allocation: { [A]: 1 } });
});

test("where the server was set back, an open ballot is cast again, and a closed one is not", async () => {
  voter = await aVoter();
  voter.begins();
  vote(voter.ballot, A, 1);
  await voter.gives();
  await vi.waitUntil(() => ballotMark(voter?.own()) === "counted");
  heardEpoch("before");
  heardEpoch("after");
  await vi.waitUntil(() => voter?.casts.length === 2);
  expect(voter.casts[1]?.paper).toEqual(voter.casts[0]?.paper);
  await vi.waitUntil(() => ballotMark(voter?.own()) === "counted");
  voter.shows({ state: "closed" });
  heardEpoch("after that");
  await new Promise((done) => setTimeout(done, 20));
  expect([voter.casts.length, ballotMark(voter.own())]).toEqual([2, "counted"]);
});

test("a screen of the room takes no ballot", async () => {
  voter = await aVoter();
  if (session.value !== null) session.value = { ...session.value, role: "screen" };
  voter.begins();
  await new Promise((done) => setTimeout(done, 50));
  expect(voter.asked()).toHaveLength(0);
});

test("E13: only the tab that writes takes a ballot, and another one goes on with it", async () => {
  voter = await aVoter();
  writing.value = false;
  voter.begins();
  await new Promise((done) => setTimeout(done, 50));
  expect(voter.asked()).toHaveLength(0);
  writing.value = true;
  await vi.waitUntil(() => voter?.asked().length === 1);
});
