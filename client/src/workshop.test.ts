import { beforeEach, expect, test } from "vitest";
import { aBallot, aCard, aGroup, aPhase, aRun, aWorkshop, id, show } from "../testing/workshop.ts";
import {
  ballot,
  cards,
  cardsAbout,
  clearView,
  entries,
  entriesOf,
  lastResult,
  lateLast,
  optionOf,
  optionsOf,
  patched,
  phase,
  run,
  takes,
  titleOf,
  workshop,
} from "./workshop.ts";

beforeEach(() => clearView());

test("before entering nothing is known", () => {
  expect([workshop.value, run.value, phase.value, ballot.value]).toEqual([null, null, null, null]);
});

test("the current run and its phase follow the workshop", () => {
  show({ phase: { title: "Read" }, run: { stage: "read" } });
  expect(run.value?.stage).toBe("read");
  expect(phase.value?.title).toBe("Read");
});

test("a patch adds, replaces and removes, and leaves the old view as it was", () => {
  const before = new Map<string, unknown>([
    ["card:1", "old"],
    ["card:2", "gone"],
  ]);
  const after = patched(before, { set: { "card:1": "new", "card:3": "more" }, gone: ["card:2"] });
  expect([...after]).toEqual([
    ["card:1", "new"],
    ["card:3", "more"],
  ]);
  expect(before.get("card:1")).toBe("old");
});

test("cards stand in order of their random id, whatever order they came in", () => {
  show({ cards: [aCard("c"), aCard("a")] });
  expect(cards.value.map((card) => card.text)).toEqual(["Idea a", "Idea c"]);
  expect(entriesOf(entries.value, "group")).toEqual([]);
});

test("without a short list every group and every idea that stands alone can be weighed", () => {
  const grouped = aCard("a", { group: id("9") });
  show({ cards: [grouped, aCard("c"), aCard("d", { kind: "fact" })], groups: [aGroup("9"), aGroup("8")] });
  expect(optionsOf(entries.value)).toEqual([`group:${id("9")}`, `card:${id("c")}`]);
});

test("a short list is what is weighed, less what has been taken back since", () => {
  show({ head: { shortlist: [`card:${id("a")}`, `card:${id("7")}`] }, cards: [aCard("a"), aCard("c")] });
  expect(optionsOf(entries.value)).toEqual([`card:${id("a")}`]);
});

test("an option is called by its group's name or its card's text", () => {
  show({ cards: [aCard("a")], groups: [aGroup("9", { name: "Eat together" })] });
  expect(titleOf(entries.value, `card:${id("a")}`)).toBe("Idea a");
  expect(titleOf(entries.value, `group:${id("9")}`)).toBe("Eat together");
  expect(titleOf(entries.value, `card:${id("0")}`)).toBe("");
});

test("what is said about an idea in a group counts for the group", () => {
  const idea = aCard("a", { group: id("9") });
  const worry = aCard("e", { kind: "caution", target: `card:${id("a")}` });
  const praise = aCard("f", { kind: "benefit", target: `group:${id("9")}` });
  show({ cards: [idea, worry, praise], groups: [aGroup("9")] });
  expect(cardsAbout(entries.value, `group:${id("9")}`, "caution")).toEqual([worry]);
  expect(cardsAbout(entries.value, `group:${id("9")}`, "benefit")).toEqual([praise]);
  expect(optionOf(entries.value, [`group:${id("9")}`], "")).toBe("");
});

test("the last result is that of the latest step, and of its run-off, whatever the ids are", () => {
  const first = aBallot({ id: id("e"), run: id("7"), state: "closed" });
  const second = aBallot({ id: id("b"), run: id("1"), state: "closed" });
  const off = aBallot({ id: id("a"), run: id("4"), state: "closed", run_off: true });
  const show3 = (...some: (typeof first)[]) =>
    show({
      run: { phase: 3 },
      runs: [aRun({ id: id("7"), phase: 1 }), aRun({ id: id("4"), phase: 3, round: 2 })],
      more: Object.fromEntries(some.map((one) => [`ballot:${one.id}`, one])),
    });
  show3(first, second);
  expect(lastResult(entries.value)).toBe(second);
  show3(first, second, off);
  expect(lastResult(entries.value)).toBe(off);
  show3();
  expect(lastResult(entries.value)).toBeNull();
});

test("cards that came later stand last", () => {
  const list = [aCard("a", { late: true }), aCard("c")];
  expect(lateLast(list).map((card) => card.id)).toEqual([id("c"), id("a")]);
});

test("a run takes a kind only while it is open, for writing, and its phase asks for it", () => {
  expect(takes(aRun(), aPhase(), "idea")).toBe(true);
  expect(takes(aRun({ stage: "live" }), aPhase(), "idea")).toBe(true);
  expect(takes(aRun(), aPhase(), "fact")).toBe(false);
  expect(takes(aRun({ open: false }), aPhase(), "idea")).toBe(false);
  expect(takes(aRun({ stage: "read" }), aPhase(), "idea")).toBe(false);
  expect(takes(null, null, "idea")).toBe(false);
  expect(aWorkshop().phases).toHaveLength(1);
});

test("E33: in place of the words of a hidden card stands why, and it is no option", () => {
  const bare = aCard("a", { text: "", hidden: "harm", hidden_version: 1 });
  show({ cards: [bare, aCard("c")], head: { hidden: 1 } });
  expect(titleOf(entries.value, `card:${id("a")}`)).toBe("Hidden by the facilitator: it may hurt somebody.");
  expect(optionsOf(entries.value)).toEqual([`card:${id("c")}`]);
  const back = patched(entries.value, { set: { [`card:${id("a")}`]: aCard("a") }, gone: [] });
  expect(titleOf(back, `card:${id("a")}`)).toBe("Idea a");
});
