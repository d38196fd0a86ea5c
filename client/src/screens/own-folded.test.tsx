import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { button, freshDevice, page } from "../../testing/page.ts";
import { aBallot, aCard, aRun, id, show } from "../../testing/workshop.ts";
import { addOwnCard, ownCards } from "../own/cards.ts";
import { OwnFolded } from "./own-folded.tsx";

const earlier = aRun({ id: id("7"), open: false, revealed: true });
const written = (text: string, run: string, kind: "idea" | "caution" = "idea") =>
  addOwnCard("w", { run, kind, text, signed: "", target: "" });

beforeEach(() => {
  freshDevice();
  show({ run: { stage: "read" }, runs: [earlier] });
});

test("one's own cards are folded, so that a shared screen shows nobody whose they are", () => {
  written("A supper", id("1"));
  render(<OwnFolded run={id("1")} />);
  expect(document.querySelector("details")?.open).toBe(false);
  expect(document.querySelector("details")?.textContent).toContain("A supper");
});

test("E23, E24: cards of an earlier step can be mended and taken back there", () => {
  written("A supper", id("7"));
  written("A walk", id("1"));
  render(<OwnFolded run={id("1")} />);
  expect(page()).toContain("Your 2 cards on this device");
  for (const text of ["A supper", "A walk"]) {
    expect(button(`Edit: ${text}`)).toBeTruthy();
    expect(button(`Take back: ${text}`)).toBeTruthy();
  }
});

test("E24: a card of an earlier step that was put to the vote is no longer among them", () => {
  const own = written("A supper", id("7"));
  show({
    run: { stage: "read" },
    runs: [earlier],
    cards: [{ ...aCard("a", { run: id("7") }), id: own.id }],
    ballot: aBallot({ state: "closed", options: [`card:${own.id}`] }),
  });
  render(<OwnFolded run={id("1")} />);
  expect(page()).toBe("");
});

test("worries that nobody has seen have a place of their own, until they are shown", () => {
  written("Too loud", id("2"), "caution");
  const { unmount } = render(<OwnFolded run={id("1")} />);
  expect(page()).toBe("");
  unmount();
  show({ run: { stage: "live" }, runs: [aRun({ id: id("2"), stage: "keep", open: false, revealed: true })] });
  render(<OwnFolded run={id("1")} />);
  expect(button("Take back: Too loud")).toBeTruthy();
});

test("where this step's cards stand on the page already, only the earlier ones are folded", () => {
  written("A supper", id("7"));
  written("A walk", id("1"));
  render(<OwnFolded run={id("1")} earlier />);
  expect(page()).toContain("Your card on this device");
  expect(page()).not.toContain("A walk");
});

test("an earlier card is never said to come in a moment", () => {
  written("A supper", id("7"));
  render(<OwnFolded run={id("1")} />);
  expect(page()).not.toContain("in a moment");
});

test("a card that was refused in an earlier step is not among them: it is offered as a leftover", () => {
  const own = written("A supper", id("7"));
  ownCards.value = [{ ...own, state: "refused", say: "Too many." }];
  expect(render(<OwnFolded run={id("1")} />).container.textContent).toBe("");
});
