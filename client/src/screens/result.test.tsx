import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { freshDevice, page } from "../../testing/page.ts";
import { aBallot, aCard, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { ownBallot, ownBallots } from "../own/ballots.ts";
import { entries } from "../workshop.ts";
import { Result, resultRows } from "./result.tsx";

const [A, C] = [`card:${id("a")}`, `card:${id("c")}`] as const;
const closed = aBallot({
  state: "closed",
  cast: 4,
  seats: 5,
  totals: { [A]: 1, [C]: 5 },
  voters: { [A]: 1, [C]: 3 },
  ranking: [C, A],
});

beforeEach(() => {
  freshDevice();
  show({ ballot: closed, cards: [aCard("a"), aCard("c")] });
});

test("the result is in words, the highest first", () => {
  const rows = resultRows(entries.value, closed, []);
  expect(rows.map((row) => [row.label, row.say, row.share])).toEqual([
    ["Idea c", "5 dots from 3 people", 1],
    ["Idea a", "1 dot from 1 person", 0.2],
  ]);
});

test("picks are counted in people, and what is on the short list says so", () => {
  const picks = aBallot({ ...closed, method: "picks", totals: { [A]: 0, [C]: 3 }, voters: { [C]: 3 } });
  const rows = resultRows(entries.value, picks, [C]);
  expect(rows.map((row) => [row.say, row.tag])).toEqual([
    ["picked by 3 people", "on the short list"],
    ["not picked", undefined],
  ]);
});

test("E32e: with fewer than three voters nothing of the result is shown, and why", () => {
  const few = aBallot({ state: "closed", few: true, cast: 0, options: [A, C] });
  show({ ballot: few, cards: [aCard("a"), aCard("c")] });
  render(<Result run={aRun()} phase={aPhase()} />);
  expect(page()).toContain("so we show nothing.Talk about it, and choose together.");
  expect(page()).not.toMatch(/\d|Idea/);
});

test("E32e: what the group chose after talking is shown", () => {
  const few = aBallot({ state: "closed", few: true, talked: true, outcome: "chosen", chosen: [C] });
  show({ ballot: few, cards: [aCard("a"), aCard("c")] });
  render(<Result run={aRun()} phase={aPhase()} />);
  expect(page()).toContain("We chose together.");
  expect(page()).toContain("Idea c");
});

test("turnout is said, and that the single votes are gone", () => {
  render(<Result run={aRun()} phase={aPhase()} />);
  expect(page()).toContain("4 people voted, of 5 who could.");
  expect(page()).toContain("The single votes are deleted.");
});

test("E30: too close to call is said with its three ways, and how it was settled", () => {
  show({ ballot: aBallot({ ...closed, tied: [A, C] }), cards: [aCard("a"), aCard("c")] });
  const first = render(<Result run={aRun()} phase={aPhase()} />);
  expect(page()).toContain("This is too close to call");
  first.unmount();
  const both = aBallot({ ...closed, tied: [A, C], outcome: "take_both", chosen: [A, C] });
  show({ ballot: both, cards: [aCard("a"), aCard("c")] });
  render(<Result run={aRun()} phase={aPhase()} />);
  expect(page()).toContain("We take both.");
});

test("who was not counted in time is told so", () => {
  ownBallots.value = { [closed.id]: { ...ownBallot(closed), rev: 2, counted: 1 } };
  render(<Result run={aRun()} phase={aPhase()} />);
  expect(page()).toContain("Your last change was not sent before the vote closed.");
});

test("ballots given out in place of lost ones are told to all", () => {
  render(<Result run={aRun()} phase={aPhase()} />).unmount();
  expect(page()).not.toContain("given out");
  show({ ballot: { ...closed, reissued: 1 }, cards: [aCard("a"), aCard("c")] });
  render(<Result run={aRun()} phase={aPhase()} />);
  expect(page()).toContain("1 ballot was given out in place of a lost one. The lost one may be counted too.");
});
