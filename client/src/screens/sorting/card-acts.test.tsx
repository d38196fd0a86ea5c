import { render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../../testing/line.ts";
import { drawn, freshDevice, page, press } from "../../../testing/page.ts";
import { aCard, aPhase, id, show, showLed } from "../../../testing/workshop.ts";
import CardActs from "./card-acts.tsx";

const card = aCard("a");
const live = { run: { stage: "live" }, phase: { authorship: "signed" }, cards: [card] } as const;
let line: TestLine;

beforeEach(() => {
  line = freshDevice();
});

const asked = () => line.asked.map((one) => [one.command, one.fields]);

test("anybody gives a card a colour by its name", async () => {
  show(live);
  render(<CardActs card={card} onClose={() => {}} />);
  press("Pink");
  await drawn();
  expect(asked()).toEqual([["Paint", { what: `card:${id("a")}`, colour: "pink", version: 0 }]]);
  expect(screen.queryByRole("button", { name: "Lock this card" })).toBeNull();
});

test("who leads locks a card and shows that it is read out", async () => {
  showLed({ ...live, head: { phases: [aPhase(live.phase)] } });
  render(<CardActs card={card} onClose={() => {}} />);
  press("Lock this card");
  press("Show that it is read out");
  await drawn();
  expect(asked()).toEqual([
    ["Lock", { what: `card:${id("a")}`, locked: true, version: 0 }],
    ["ReadOut", { what: `card:${id("a")}`, version: 0 }],
  ]);
});

test("where cards stay where they are, that is said", () => {
  show({ cards: [card] });
  render(<CardActs card={card} onClose={() => {}} />);
  expect(page()).toContain("In this step the cards stay where they are.");
  expect(screen.queryByRole("button", { name: "Move to…" })).toBeNull();
});

test("nothing can be done with the words of a hidden card", () => {
  show({ ...live });
  render(<CardActs card={aCard("a", { hidden: "person" })} onClose={() => {}} />);
  expect(page()).toBe("");
});
