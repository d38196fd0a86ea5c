import { fireEvent, render, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aBallot, aCard, id, showLed } from "../../../testing/workshop.ts";
import { Shortlist } from "./shortlist.tsx";

const tea = `card:${id("a")}`;
const lift = `card:${id("c")}`;
const cards = [aCard("a", { text: "Tea on the pier" }), aCard("c", { text: "Lift club" })];
const ballot = aBallot({ method: "picks", state: "closed", totals: { [tea]: 1, [lift]: 4 }, ranking: [lift, tea] });

test("the options stand in the order of their picks, with what the server proposes ticked", () => {
  listen();
  showLed({ cards, head: { shortlist: [lift] } });
  render(<Shortlist ballot={ballot} />);
  const boxes = screen.getAllByRole<HTMLInputElement>("checkbox");
  expect(boxes.map((box) => [box.labels?.[0]?.textContent, box.checked])).toEqual([
    ["Lift club4 picks", true],
    ["Tea on the pier1 pick", false],
  ]);
});

test("where few voted all options stand there as they are, and no number", () => {
  listen();
  const few = { ...ballot, few: true, totals: {}, ranking: [], options: [tea, lift] };
  showLed({ cards });
  const { container } = render(<Shortlist ballot={few} />);
  expect(screen.getAllByRole<HTMLInputElement>("checkbox").map((box) => box.labels?.[0]?.textContent)).toEqual([
    "Tea on the pier",
    "Lift club",
  ]);
  expect(container.textContent).not.toMatch(/\d/);
});

test("a changed list is saved over the version that was seen", () => {
  const asked = listen();
  showLed({ cards, head: { shortlist: [lift], shortlist_version: 3 } });
  render(<Shortlist ballot={ballot} />);
  expect(screen.getByText("This list is in use.")).toBeTruthy();
  fireEvent.click(screen.getByRole("checkbox", { name: /Tea on the pier/ }));
  fireEvent.click(screen.getByRole("button", { name: "Use this list" }));
  expect(asked).toEqual([["SetShortlist", { options: [lift, tea], version: 3 }]]);
});

test("somebody else's newer list takes the place of this one", () => {
  listen();
  showLed({ cards, head: { shortlist: [lift], shortlist_version: 3 } });
  render(<Shortlist ballot={ballot} />);
  act(() => showLed({ cards, head: { shortlist: [tea], shortlist_version: 4 } }));
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Tea on the pier/ }).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Lift club/ }).checked).toBe(false);
});
