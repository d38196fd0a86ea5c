import { render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../../testing/line.ts";
import { drawn, freshDevice, page, press } from "../../../testing/page.ts";
import { aCard, id, showLed } from "../../../testing/workshop.ts";
import { readOutCards } from "../../own/read.ts";
import ReadAloud, { queueNow } from "./read-aloud.tsx";

const cautions = ["a", "c", "d"].map((one) => aCard(one, { kind: "caution", text: `Rain ${one}` }));
let line: TestLine;

beforeEach(() => {
  line = freshDevice();
  readOutCards.value = {};
});

/** The cautions lie open, and the card of this letter is read out. */
function at(letter: string, cards = cautions) {
  const reading = letter && `card:${id(letter)}`;
  showLed({ run: { phase: 2, stage: "live" }, cards, head: { reading } });
}
const asked = () => line.all("ReadOut").map((one) => one.fields.what);

test("each card of the step is read out once, and one sees how many are left", async () => {
  at("");
  render(<ReadAloud />);
  expect(page()).toContain("3 of 3 left");
  press("Read the first card");
  await drawn();
  at("a");
  await drawn();
  expect(page()).toContain("2 of 3 left");
  for (const letter of ["c", "d"]) {
    press("Next card");
    await drawn();
    at(letter);
    await drawn();
  }
  expect(asked()).toEqual(["a", "c", "d"].map((letter) => `card:${id(letter)}`));
  expect(page()).toContain("This was the last one.");
  press("Stop reading out");
  await drawn();
  expect(asked().at(-1)).toBe("");
});

test("a card that comes while others are read out is not missed, wherever it stands", async () => {
  readOutCards.value = { [id("a")]: true, [id("c")]: true, [id("d")]: true };
  at("d", [...cautions, aCard("b", { kind: "caution" })]);
  render(<ReadAloud />);
  expect(page()).toContain("1 of 4 left");
  press("Next card");
  await drawn();
  expect(asked()).toEqual([`card:${id("b")}`]);
});

test("one can go back to the card before, and read all once more", async () => {
  at("a");
  readOutCards.value = { [id("a")]: true };
  render(<ReadAloud />);
  press("Next card");
  await drawn();
  at("c");
  await drawn();
  press("The one before");
  await drawn();
  expect(asked()).toEqual([`card:${id("c")}`, `card:${id("a")}`]);
  readOutCards.value = Object.fromEntries(cautions.map((card) => [card.id, true] as const));
  at("");
  await drawn();
  expect(page()).toContain("All 3 cards were read out.");
  press("Read them once more");
  await drawn();
  expect(asked().at(-1)).toBe(`card:${id("a")}`);
});

test("what the server refuses is said, and the card is not marked", async () => {
  line.obliging = false;
  at("");
  render(<ReadAloud />);
  press("Read the first card");
  await drawn();
  line.asked.at(-1)?.answer({ status: "refused", code: "wrong_role", say: "Only who leads may." });
  await drawn();
  expect(page()).toContain("Only who leads may.");
  expect(readOutCards.value).toEqual({});
});

test("hidden cards and those of other steps are not read out, and where none is there is nothing to press", () => {
  at("", [...cautions, aCard("e", { kind: "caution", hidden: "person" }), aCard("f")]);
  expect(queueNow()).toEqual(cautions.map((card) => card.id));
  at("", []);
  render(<ReadAloud />);
  expect(screen.queryByRole("button")).toBeNull();
});
