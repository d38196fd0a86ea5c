import { render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import { id, show } from "../../testing/workshop.ts";
import { addOwnCard, ownCards, rewriteOwnCard } from "../own/cards.ts";
import { drafts, keepDraft } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { Decisions } from "./decisions.tsx";
import { Leftovers } from "./leftovers.tsx";

let line: TestLine;
const over = id("7");
const sent = () => line.all("AddCard").map((one) => one.fields);

beforeEach(() => {
  line = freshDevice();
});

test("while a step runs, what is being typed in it is no leftover", () => {
  show();
  keepDraft(id("1"), "card", "Half a thought", "idea");
  expect(render(<Leftovers />).container.textContent).toBe("");
});

test("E02: words that were being typed when the step went on are kept, and nothing happens by itself", async () => {
  show({ run: { stage: "live" }, head: { keeping: true } });
  keepDraft(over, "card", "Half a thought", "idea");
  render(<Leftovers />);
  expect(box("Your words, not shown to anyone").value).toBe("Half a thought");
  await drawn();
  expect(sent()).toEqual([]);
});

test("E02: they can be finished and added as a late card", async () => {
  show({ run: { stage: "live" } });
  keepDraft(over, "card", "Half", "idea");
  render(<Leftovers />);
  type("Your words, not shown to anyone", "A whole thought");
  await drawn();
  press("Add it now");
  expect(sent()).toMatchObject([{ run: id("1"), kind: "idea", text: "A whole thought" }]);
  expect(drafts.value).toEqual({});
});

test("E02: or kept as a worry, or deleted", async () => {
  show({ run: { stage: "live" }, head: { keeping: true } });
  keepDraft(over, "card", "One", "idea");
  keepDraft(over, "other", "Two", "idea");
  render(<Leftovers />);
  const [keep] = document.querySelectorAll<HTMLButtonElement>("li:first-child button:nth-child(2)");
  keep?.click();
  await drawn();
  expect(sent()).toMatchObject([{ run: id("2"), kind: "caution", text: "One" }]);
  press("Delete it");
  await drawn();
  expect([Object.keys(drafts.value), sent().length]).toEqual([[], 1]);
});

test("E16: what was written without a line and came too late is offered, too", async () => {
  line.obliging = false;
  show({ run: { stage: "read" } });
  addOwnCard("w", { run: over, kind: "idea", text: "From the train", signed: "", target: "" });
  line.asked[0]?.answer({ status: "refused", code: "run_over", say: "Over." });
  render(<Leftovers />);
  expect(page()).toContain("From the train");
  expect(page()).not.toContain("Add it now");
  expect(page()).toContain("It stays here, on this device only, until you decide.");
  press("Delete it");
  expect(ownCards.value).toEqual([]);
});

test("half-typed words of a decision or a plan line are shown when their form is not there, to copy or to delete", async () => {
  show();
  keepDraft(over, "decision", "We start");
  keepDraft("shared", "plan:goal", "A supper");
  render(<Leftovers />);
  expect(box("Your words for a decision").value).toBe("We start");
  expect(box("Your words for the plan").value).toBe("A supper");
  expect(screen.getAllByRole("button", { name: "Copy" })).toHaveLength(2);
  screen.getAllByRole("button", { name: "Delete it" })[0]?.click();
  await drawn();
  expect(Object.values(drafts.value).map((draft) => draft.text)).toEqual(["A supper"]);
});

test("words whose form is on the page are no leftover", async () => {
  show();
  keepDraft(id("1"), "decision", "We start");
  const both = render(
    <>
      <Leftovers />
      <Decisions run={id("1")} />
    </>,
  );
  await drawn();
  expect(page()).not.toContain("Your words for a decision");
  both.rerender(<Leftovers />);
  await drawn();
  expect(page()).toContain("Your words for a decision");
});

test("the words of a change to a card that was being typed at Next are shown", () => {
  show({ run: { stage: "live" } });
  keepDraft(id("1"), `edit:${id("c")}`, "Here it still stands in its box");
  keepDraft(over, `edit:${id("c")}`, "Better words");
  render(<Leftovers />);
  expect(box("Your change to a card").value).toBe("Better words");
});

test("a card that was refused in a step that is over is offered again, with the reason", async () => {
  line.obliging = false;
  show({ run: { stage: "live" } });
  addOwnCard("w", { run: over, kind: "idea", text: "A supper", signed: "", target: "" });
  line.asked[0]?.answer({ status: "refused", code: "too_many_cards", say: "There are too many cards." });
  render(<Leftovers />);
  expect(page()).toContain("A card of yours was not taken");
  expect(page()).toContain("There are too many cards.");
  press("Add it now");
  await drawn();
  expect(sent().at(-1)).toMatchObject({ run: id("1"), text: "A supper" });
  expect(ownCards.value.map((card) => card.run)).toEqual([id("1")]);
});

test("a card that was refused in the step that goes on stands with one's own cards", () => {
  line.obliging = false;
  show({ run: { stage: "live" } });
  addOwnCard("w", { run: id("1"), kind: "idea", text: "A supper", signed: "", target: "" });
  line.asked[0]?.answer({ status: "refused", code: "too_many_cards", say: "There are too many cards." });
  expect(render(<Leftovers />).container.textContent).toBe("");
});

test("the words of a change that was refused are kept when its step is over, to copy or to let go", async () => {
  line.obliging = false;
  show({ run: { stage: "live" } });
  const card = addOwnCard("w", { run: over, kind: "idea", text: "A supper", signed: "", target: "" });
  line.asked[0]?.answer({ status: "ok" });
  rewriteOwnCard(card, "A soup");
  line.asked[1]?.answer({ status: "refused", code: "run_over", say: "This step is over." });
  render(<Leftovers />);
  expect(box("Your change to a card").value).toBe("A soup");
  press("Delete it");
  await drawn();
  expect(page()).not.toContain("A soup");
  expect(ownCards.value[0]).toMatchObject({ text: "A supper", unsaved: "", state: "saved" });
});

test("E13: in a tab that only reads they can be read, and neither changed, added nor deleted", () => {
  show({ run: { stage: "live" } });
  keepDraft(over, "card", "Half a thought", "idea");
  writing.value = false;
  render(<Leftovers />);
  expect(box("Your words, not shown to anyone").readOnly).toBe(true);
  for (const one of screen.getAllByRole<HTMLButtonElement>("button")) expect(one.disabled).toBe(true);
});
