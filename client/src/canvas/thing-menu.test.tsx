import { render, screen } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { aBoard } from "../../testing/board.ts";
import type { TestLine } from "../../testing/line.ts";
import { freshDevice, page, press, type } from "../../testing/page.ts";
import { aCard, aGroup, id, show, showLed } from "../../testing/workshop.ts";
import { choose } from "./chosen.ts";
import { ThingMenu } from "./thing-menu.tsx";

const key = (letter: string) => `card:${id(letter)}`;
const SORTING = { phase: { cards: ["theme"], authorship: "none" }, run: { stage: "live" } } as const;
let line: TestLine;

beforeEach(() => {
  line = freshDevice();
  choose([]);
});

function open(at: string) {
  const close = vi.fn();
  render(<ThingMenu on={aBoard()} at={at} onClose={close} />);
  return close;
}

test("one card: its words, a colour by its name, and closed after it", () => {
  show({ run: { stage: "read" }, cards: [aCard("a")] });
  const close = open(key("a"));
  expect(page()).toContain("Idea: Idea a.");
  press("Green");
  expect(line.all("Paint").map((one) => one.fields)).toMatchObject([{ what: key("a"), colour: "green" }]);
  expect(close).toHaveBeenCalled();
});

test("while people sort, cards go into a group or a new one", () => {
  show({ ...SORTING, cards: [aCard("a"), aCard("c")], groups: [aGroup("9")] });
  choose([key("a"), key("c")]);
  open(key("a"));
  expect(page()).toContain("2 chosen");
  type("A new group", "By the sea");
  press("Make this group");
  expect(line.all("AddGroup").map((one) => one.fields)).toMatchObject([{ name: "By the sea" }]);
});

test("several stand in a line by one press", () => {
  show({ ...SORTING, cards: [aCard("a"), aCard("c")] });
  choose([key("a"), key("c")]);
  open(key("c"));
  press("On one side");
  expect(line.all("Place")).toHaveLength(2);
});

test("where the board is for looking, that is said; only who leads can lock", () => {
  show({ run: { stage: "write" }, cards: [aCard("a")] });
  open(key("a"));
  expect(page()).toContain("the board is for looking");
  expect(screen.queryByRole("button", { name: "Lock it here" })).toBeNull();
});

test("who leads locks a card", () => {
  showLed({ run: { stage: "read" }, cards: [aCard("a")] });
  open(key("a"));
  press("Lock it here");
  expect(line.all("Lock").map((one) => one.fields)).toMatchObject([{ what: key("a"), locked: true }]);
});
