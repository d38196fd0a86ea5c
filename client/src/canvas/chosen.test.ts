import { expect, test } from "vitest";
import { aCard, id, show } from "../../testing/workshop.ts";
import { choose, chosen, toggle } from "./chosen.ts";

const key = (letter: string) => `card:${id(letter)}`;

test("things are chosen one by one, or anew", () => {
  show({ cards: [aCard("a"), aCard("c")] });
  choose([key("a")]);
  toggle(key("c"));
  expect([...chosen.value]).toEqual([key("a"), key("c")]);
  toggle(key("a"));
  expect([...chosen.value]).toEqual([key("c")]);
});

test("what has been taken off the board is chosen no longer", () => {
  show({ cards: [aCard("a"), aCard("c")] });
  choose([key("a"), key("c")]);
  show({ cards: [aCard("c")] });
  expect([...chosen.value]).toEqual([key("c")]);
});
