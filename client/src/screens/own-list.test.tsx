import { fireEvent, render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, button, drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import { aBallot, aCard, id, show } from "../../testing/workshop.ts";
import { addOwnCard, ownCards } from "../own/cards.ts";
import { writing } from "../own/kept.ts";
import { OwnList } from "./own-list.tsx";

let line: TestLine;
const IDEA = { run: id("1"), kind: "idea", text: "A supper", signed: "", target: "" } as const;
const List = () => <OwnList cards={ownCards.value} label="Yours" />;

beforeEach(() => {
  line = freshDevice();
  show();
});

test("a card says whether it is saved", async () => {
  line.obliging = false;
  addOwnCard("w", IDEA);
  render(<List />);
  expect(page()).toContain("Not sent yet");
  line.asked[0]?.answer({ status: "ok" });
  await drawn();
  expect(page()).toContain("Saved");
});

test("the newest stands first", () => {
  addOwnCard("w", IDEA);
  addOwnCard("w", { ...IDEA, text: "A walk" });
  render(<List />);
  expect(page().indexOf("A walk")).toBeLessThan(page().indexOf("A supper"));
});

test("a card is changed in its place, by Enter, and Escape leaves it as it was", async () => {
  addOwnCard("w", IDEA);
  render(<List />);
  press("Edit: A supper");
  await drawn();
  expect(document.activeElement).toBe(box("Change your words"));
  type("Change your words", "A soup");
  fireEvent.keyDown(box("Change your words"), { key: "Enter" });
  await drawn();
  expect(line.all("EditCard")[0]?.fields).toMatchObject({ text: "A soup", number: 1 });
  press("Edit: A soup");
  await drawn();
  fireEvent.keyDown(box("Change your words"), { key: "Escape" });
  await drawn();
  expect(page()).toContain("A soup");
});

test("a change to a card that stands on the board is seen by the others a moment later, and here at once", async () => {
  const own = addOwnCard("w", IDEA);
  await drawn();
  const card = { ...aCard("a"), id: own.id, text: "A supper" };
  show({ cards: [card] });
  render(<List />);
  press("Edit: A supper");
  await drawn();
  type("Change your words", "A soup");
  press("Save");
  await drawn();
  expect(page()).toContain("A soup");
  expect(page()).toContain("seen by the others in a moment");
  show({ cards: [{ ...card, text: "A soup" }] });
  await drawn();
  expect(page()).not.toContain("in a moment");
  show({ cards: [{ ...card, text: "A soup, reworded" }] });
  await drawn();
  expect(page()).toContain("A soup, reworded");
});

test("a card is taken back", async () => {
  addOwnCard("w", IDEA);
  render(<List />);
  press("Take back: A supper");
  await drawn();
  expect(line.all("WithdrawCard")).toHaveLength(1);
  expect(page()).not.toContain("A supper");
});

test("a refused card says why, can be changed, and goes as a new one", async () => {
  line.obliging = false;
  addOwnCard("w", IDEA);
  line.asked[0]?.answer({ status: "refused", code: "board_full", say: "The board is full." });
  render(<List />);
  expect(page()).toContain("The board is full.");
  press("Edit: A supper");
  await drawn();
  press("Save");
  expect(line.all("AddCard")).toHaveLength(2);
});

test("E23: once a card is grouped its words stay, and it says why; it can still be taken back", () => {
  const own = addOwnCard("w", IDEA);
  show({ cards: [{ ...aCard("a", { text: IDEA.text, place: 1, group: id("9") }), id: own.id }] });
  render(<List />);
  expect(screen.queryByRole("button", { name: "Edit: A supper" })).toBeNull();
  expect(button("Take back: A supper")).toBeTruthy();
  expect(page()).toContain("It has been grouped, so its words stay as they are.");
});

test("E24: once a card is on a ballot it stays as it is, and says so", () => {
  const own = addOwnCard("w", IDEA);
  show({ cards: [{ ...aCard("a"), id: own.id }], ballot: aBallot({ options: [`card:${own.id}`] }) });
  render(<List />);
  expect(screen.queryAllByRole("button")).toEqual([]);
  expect(page()).toContain("It was put to the vote, so it stays as it is.");
});

test("E23: words that whoever leads has changed are the words to go on from", async () => {
  const own = addOwnCard("w", IDEA);
  show({ cards: [{ ...aCard("a", { text: "A shared supper", wording: 1 }), id: own.id }] });
  render(<List />);
  press("Edit: A shared supper");
  await drawn();
  type("Change your words", "A supper");
  fireEvent.keyDown(box("Change your words"), { key: "Enter" });
  expect(line.all("EditCard")[0]?.fields).toMatchObject({ text: "A supper" });
});

test("while an edit is not sent yet, editing again goes on from the newest words", async () => {
  addOwnCard("w", IDEA);
  line.obliging = false;
  render(<List />);
  press("Edit: A supper");
  await drawn();
  type("Change your words", "A soup, long and good");
  fireEvent.keyDown(box("Change your words"), { key: "Enter" });
  await drawn();
  press("Edit: A soup, long and good");
  await drawn();
  expect(box("Change your words").value).toBe("A soup, long and good");
});

test("words that came too late stand in the box when editing again", async () => {
  addOwnCard("w", IDEA);
  line.obliging = false;
  render(<List />);
  press("Edit: A supper");
  await drawn();
  type("Change your words", "A soup");
  fireEvent.keyDown(box("Change your words"), { key: "Enter" });
  line.asked.at(-1)?.answer({ status: "refused", code: "run_over", say: "That step is over." });
  await drawn();
  expect(page()).toContain("That step is over.");
  press("Edit: A supper");
  await drawn();
  expect(box("Change your words").value).toBe("A soup");
});

test("E13: where another tab writes, a card can be read but not changed or taken back", () => {
  addOwnCard("w", IDEA);
  writing.value = false;
  render(<List />);
  expect([button("Edit: A supper").disabled, button("Take back: A supper").disabled]).toEqual([true, true]);
});

test("E13: a change that was being typed when another tab took over stays to be read, and is not sent from here", async () => {
  addOwnCard("w", IDEA);
  render(<List />);
  press("Edit: A supper");
  await drawn();
  type("Change your words", "A soup");
  writing.value = false;
  await drawn();
  expect([box("Change your words").readOnly, box("Change your words").value]).toEqual([true, "A soup"]);
  expect(page()).toContain("You can only read here. You are writing in another tab.");
  fireEvent.keyDown(box("Change your words"), { key: "Enter" });
  expect(button("Save").disabled).toBe(true);
  expect(line.all("EditCard")).toEqual([]);
});

test("E33: a hidden card keeps its writer's words here, says why it is hidden, and can be put in other words", async () => {
  const own = addOwnCard("w", IDEA);
  await drawn();
  show({ cards: [aCard("a", { id: own.id, text: "", place: 1, hidden: "private", hidden_version: 1 })] });
  render(<List />);
  expect(page()).toContain("A supper");
  expect(page()).toContain("Hidden by the facilitator: it tells private things.");
  expect(button("Edit: A supper").disabled).toBe(false);
});
