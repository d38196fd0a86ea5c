import { fireEvent, render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import { id, show } from "../../testing/view.ts";
import { addOwnCard, ownCards } from "../own/cards.ts";
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
