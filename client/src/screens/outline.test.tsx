import { fireEvent, render, screen } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { drawn, freshDevice, page, press } from "../../testing/page.ts";
import { aCard, aGroup, aRun, id, show } from "../../testing/workshop.ts";
import { choose, settings, settingsOf } from "../own/settings.ts";
import { entries } from "../workshop.ts";
import { Outline, tagsOf } from "./outline.tsx";

beforeEach(() => {
  freshDevice();
  settings.value = settingsOf(null);
});

const headings = () => screen.queryAllByRole("heading").map((one) => one.textContent);

test("the board is headings and lists: kind, group, card", () => {
  show({ cards: [aCard("a", { group: id("9") }), aCard("c")], groups: [aGroup("9", { name: "Eat together" })] });
  render(<Outline first={["idea"]} />);
  expect(headings()).toEqual(["Ideas", "Eat together", "Stands alone"]);
  expect(screen.getAllByRole("article").map((card) => card.textContent)).toEqual(["Idea a", "Idea c"]);
});

test("an empty board says so", () => {
  show();
  render(<Outline first={[]} />);
  expect(page()).toContain("Nothing is shown yet.");
});

test("where one can write, an empty board has one example and one button to there", () => {
  show();
  const write = vi.fn();
  render(<Outline first={["idea"]} onWrite={write} />);
  expect(page()).toContain("For example: “A shared supper");
  press("Write the first one");
  expect(write).toHaveBeenCalledOnce();
});

test("card text is shown as text, whatever it says", () => {
  show({ cards: [aCard("a", { text: "<img src=x onerror=alert(1)>" })] });
  render(<Outline first={["idea"]} />);
  expect(document.querySelector("img")).toBeNull();
  expect(page()).toContain("<img src=x onerror=alert(1)>");
});

test("a card in another language says so to those who listen", () => {
  show({ cards: [aCard("a", { text: "Te ar y pier", language: "cy" })] });
  render(<Outline first={["idea"]} />);
  expect(screen.getByText("Te ar y pier").lang).toBe("cy");
});

test("next unread goes from card to card, by button and by key, and then says that all is read", async () => {
  show({ cards: [aCard("a"), aCard("c")] });
  render(<Outline first={["idea"]} unread />);
  expect(page()).toContain("2 cards not read yet");
  expect(page()).toContain("On a card, the key N goes to the next one.");
  press("Next unread");
  expect(document.activeElement?.id).toBe(`card-${id("a")}`);
  await drawn();
  fireEvent.keyDown(document.activeElement as Element, { key: "n" });
  expect(document.activeElement?.id).toBe(`card-${id("c")}`);
  await drawn();
  expect(page()).toContain("You have read everything.");
});

test("new cards of others move neither the focus nor what is read", async () => {
  show({ cards: [aCard("c")] });
  render(<Outline first={["idea"]} unread />);
  press("Next unread");
  show({ cards: [aCard("a"), aCard("c")] });
  await drawn();
  expect(document.activeElement?.id).toBe(`card-${id("c")}`);
});

test("a card with the focus that is taken back hands it to its neighbour", async () => {
  show({ cards: [aCard("a"), aCard("c"), aCard("d")] });
  render(<Outline first={["idea"]} unread />);
  press("Next unread");
  await drawn();
  press("Next unread");
  await drawn();
  show({ cards: [aCard("a"), aCard("d")] });
  await drawn();
  expect(document.activeElement?.id).toBe(`card-${id("d")}`);
});

test("a card with the focus that somebody moves to a group keeps it, unless its reader has pressed elsewhere", async () => {
  const into = (group: string) => show({ cards: [aCard("a", { group }), aCard("c")], groups: [aGroup("9")] });
  into("");
  render(<Outline first={["idea"]} unread />);
  press("Next unread");
  into(id("9"));
  await drawn();
  expect(document.activeElement?.id).toBe(`card-${id("a")}`);
  fireEvent.pointerDown(document.body);
  (document.activeElement as HTMLElement).blur();
  into("");
  await drawn();
  expect(document.activeElement).toBe(document.body);
});

test("a single letter that is switched off does nothing", () => {
  show({ cards: [aCard("a"), aCard("c")] });
  choose("keys", "off");
  render(<Outline first={["idea"]} unread />);
  press("Next unread");
  fireEvent.keyDown(document.activeElement as Element, { key: "n" });
  expect(document.activeElement?.id).toBe(`card-${id("a")}`);
  expect(page()).not.toContain("the key N");
});

test("a card tells what everybody may know of it", () => {
  const card = aCard("a", { signed: "Ana", late: true, run: id("7"), target: `card:${id("c")}` });
  show({ cards: [card, aCard("c")], runs: [aRun({ id: id("7"), round: 2 })] });
  expect(entries.value.size).toBeGreaterThan(0);
  expect(tagsOf(card)).toEqual(["signed: Ana", "About: Idea c", "round 2", "later"]);
  expect(tagsOf(card, false)).not.toContain("About: Idea c");
});

test("E19: what was tucked away is folded, one tap away", () => {
  show({ cards: [aCard("a", { run: id("7") })], runs: [aRun({ id: id("7"), tucked: true })] });
  render(<Outline first={["idea"]} />);
  expect(page()).toContain("Folded away: 1 idea");
  expect(document.querySelector("details")?.open).toBe(false);
});

test("nothing on the board says which cards are one's own", () => {
  show({ cards: [aCard("a")] });
  render(<Outline first={["idea"]} />);
  expect(page()).not.toMatch(/yours|edit|take back/i);
});

test("beside the board a long list stands behind one tap, and next unread opens it", async () => {
  const many = Array.from({ length: 61 }, (_, at) => aCard(`${at}x`.padStart(4, "0")));
  show({ cards: many });
  choose("view", "board");
  render(<Outline first={["idea"]} unread />);
  expect(screen.queryAllByRole("article")).toHaveLength(0);
  expect(page()).toContain("Also on the board: ideas");
  press("Next unread");
  await drawn();
  expect(screen.getAllByRole("article")).toHaveLength(61);
  await vi.waitFor(() => expect(document.activeElement?.id).toMatch(/^card-/));
});

test("a line follows what it says of other things: what its card is about", async () => {
  const card = aCard("c", { target: `group:${id("9")}` });
  show({ cards: [card], groups: [aGroup("9", { name: "Eat together" })] });
  render(<Outline first={["idea"]} />);
  expect(page()).toContain("Eat together");
  entries.value = new Map(entries.value).set(`group:${id("9")}`, aGroup("9", { name: "Share a supper" }));
  await drawn();
  expect(page()).toContain("Share a supper");
  expect(page()).not.toContain("Eat together");
});
