import { expect, test } from "vitest";
import { aBallot, aCard, aGroup, aRun, id, show } from "../testing/workshop.ts";
import { boardOf, boundBy, readingOrder } from "./board.ts";
import { entries } from "./workshop.ts";

test("a section holds the cards of one kind, in groups first and then alone", () => {
  show({ cards: [aCard("a", { group: id("9") }), aCard("c"), aCard("d", { kind: "fact" })], groups: [aGroup("9")] });
  const sections = boardOf(entries.value);
  expect(sections.map((section) => section.kind)).toEqual(["idea", "fact"]);
  expect(sections[0]?.groups[0]?.cards.map((card) => card.id)).toEqual([id("a")]);
  expect(sections[0]?.alone.map((card) => card.id)).toEqual([id("c")]);
  expect(readingOrder(sections)).toEqual([id("a"), id("c"), id("d")]);
});

test("the kinds that matter now stand first", () => {
  show({ cards: [aCard("a"), aCard("d", { kind: "fact" })] });
  expect(boardOf(entries.value, ["fact"]).map((section) => section.kind)).toEqual(["fact", "idea"]);
});

test("a card whose group was removed stands alone", () => {
  show({ cards: [aCard("a", { group: id("9") })] });
  expect(boardOf(entries.value)[0]?.alone).toHaveLength(1);
});

test("E19: the cards of a run that was tucked away are kept apart, and are not read on the way", () => {
  show({ cards: [aCard("a", { run: id("7") }), aCard("c")], runs: [aRun({ id: id("7"), tucked: true })] });
  const sections = boardOf(entries.value);
  expect(sections[0]?.tucked.map((card) => card.id)).toEqual([id("a")]);
  expect(readingOrder(sections)).toEqual([id("c")]);
});

test("E03: what came later stands at the end", () => {
  show({ cards: [aCard("a", { late: true }), aCard("c")] });
  expect(readingOrder(boardOf(entries.value))).toEqual([id("c"), id("a")]);
});

test("E23: a writer's words are free until somebody has sorted the card, also if it stands alone again", () => {
  show({ cards: [aCard("a"), aCard("c", { place: 1, group: id("9") }), aCard("d", { place: 2 })] });
  const bound = ["a", "c", "d", "e"].map((letter) => boundBy(entries.value, id(letter)));
  expect(bound).toEqual(["", "grouped", "grouped", ""]);
});

test("E24: a card that was put to the vote is bound; a vote that is not open yet, or was called off, binds nothing", () => {
  const options = [`card:${id("a")}`];
  for (const [state, bound] of [
    ["draft", ""],
    ["open", "voted"],
    ["closed", "voted"],
    ["void", ""],
  ] as const) {
    show({ cards: [aCard("a")], ballot: aBallot({ state, options }) });
    expect(boundBy(entries.value, id("a"))).toBe(bound);
  }
});

test("E33: a card that was hidden is free for its writer to put in other words", () => {
  show({ cards: [aCard("a", { place: 2, text: "", hidden: "person" })] });
  expect(boundBy(entries.value, id("a"))).toBe("");
});
