import { fireEvent, render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, button, drawn, enter, freshDevice, page, press, type } from "../../testing/page.ts";
import { aCard, id, show } from "../../testing/workshop.ts";
import { drafts, keepDraft } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { ownSeat } from "../own/seat.ts";
import { Composer, linesOf } from "./composer.tsx";

let line: TestLine;
const IDEA = { run: id("1"), kinds: ["idea"], authorship: "unsigned", field: "card" } as const;
const sent = () => line.all("AddCard").map((one) => one.fields);

beforeEach(() => {
  line = freshDevice();
  show();
});

test("Enter adds the card, empties the box and keeps the focus", async () => {
  render(<Composer {...IDEA} />);
  box("Your idea").focus();
  enter("Your idea", "  A shared supper ");
  await drawn();
  expect(sent()).toMatchObject([{ kind: "idea", text: "A shared supper", signed: "", run: id("1") }]);
  expect(box("Your idea").value).toBe("");
  expect(document.activeElement).toBe(box("Your idea"));
});

test("Shift and Enter, or Enter within a word that is being composed, add nothing", () => {
  render(<Composer {...IDEA} />);
  type("Your idea", "A");
  fireEvent.keyDown(box("Your idea"), { key: "Enter", shiftKey: true });
  fireEvent.keyDown(box("Your idea"), { key: "Enter", isComposing: true });
  expect(sent()).toEqual([]);
});

test("every letter is kept as a draft, and the draft is there again", () => {
  const first = render(<Composer {...IDEA} />);
  type("Your idea", "Half a th");
  first.unmount();
  render(<Composer {...IDEA} />);
  expect(box("Your idea").value).toBe("Half a th");
});

test("many pasted lines can become many cards, or stay one", async () => {
  render(<Composer {...IDEA} />);
  fireEvent.paste(box("Your idea"));
  type("Your idea", "- Tea dance\n\n2. Swap table\n• Window lights");
  await drawn();
  press("Make 3 cards, one for each line");
  expect(sent().map((one) => one.text)).toEqual(["Tea dance", "Swap table", "Window lights"]);
});

test("typed lines are one card, without being asked", () => {
  render(<Composer {...IDEA} />);
  type("Your idea", "one\ntwo");
  expect(page()).not.toContain("one for each line");
  expect(linesOf("one\r\n \r\ntwo")).toEqual(["one", "two"]);
});

test("an empty box sends no card, and says what is missing", async () => {
  render(<Composer {...IDEA} />);
  press("Add idea");
  await drawn();
  expect(page()).toContain("Please write something first.");
  expect(sent()).toEqual([]);
});

test("where several kinds are collected, one chooses, and the choice stays with the draft", async () => {
  render(<Composer {...IDEA} kinds={["fact", "gap"]} />);
  fireEvent.click(box("What we do not know"));
  await drawn();
  enter("Something we do not know", "Who would come?");
  expect(sent()).toMatchObject([{ kind: "gap" }]);
});

test("unsigned: the promise stands where one writes, and a small group is told more", () => {
  show({ room: { small: true } });
  render(<Composer {...IDEA} />);
  expect(page()).toContain("Your name isn't kept with this.");
  expect(page().indexOf("Others may guess who wrote what.")).toBeLessThan(page().indexOf("Your idea"));
  expect(page()).toContain("Others may guess who wrote what.");
});

test("by choice: a name goes with the card only when one signs it", async () => {
  render(<Composer {...IDEA} kinds={["fact"]} authorship="choice" />);
  enter("A fact", "Unsigned");
  fireEvent.click(box("Sign it with my name"));
  await drawn();
  expect(page()).not.toContain("Your name isn't kept");
  enter("A fact", "Signed");
  expect(sent().map((one) => one.signed)).toEqual(["", "Ana"]);
});

test("signed: a name is asked for, kept, and not asked for again", async () => {
  freshDevice("");
  line = freshDevice("");
  show();
  render(<Composer {...IDEA} kinds={["question"]} authorship="signed" />);
  enter("Your question", "How might we?");
  await drawn();
  expect(page()).toContain("Please type the name you want people to see.");
  type("The name people will see", "Ben");
  press("Add question");
  expect(sent()).toMatchObject([{ signed: "Ben" }]);
  expect(ownSeat.value?.name).toBe("Ben");
  expect(line.all("ChangeName")).toHaveLength(1);
});

test("a worry can be about one idea", async () => {
  show({ cards: [aCard("a")] });
  render(<Composer {...IDEA} kinds={["caution"]} field="worry" about />);
  fireEvent.change(box("What is it about?"), { target: { value: `card:${id("a")}` } });
  enter("What could go wrong, and why?", "Too loud");
  expect(sent()).toMatchObject([{ kind: "caution", target: `card:${id("a")}` }]);
});

test("E13: in a tab that only reads nothing can be typed or added, and the box says why", () => {
  writing.value = false;
  keepDraft(id("1"), "card", "Half a thought");
  render(<Composer {...IDEA} />);
  expect([box("Your idea").readOnly, button("Add idea").disabled]).toEqual([true, true]);
  const why = document.getElementById(box("Your idea").getAttribute("aria-describedby") ?? "");
  expect(why?.textContent).toBe("You can only read here. You are writing in another tab.");
  fireEvent.keyDown(box("Your idea"), { key: "Enter" });
  expect(sent()).toEqual([]);
});

test("a sent draft is gone", () => {
  render(<Composer {...IDEA} />);
  enter("Your idea", "A");
  expect(drafts.value).toEqual({});
});

test("the promise names whoever leads, and says the facilitator where no name is known", async () => {
  show({ room: { leading: "Fay" } });
  render(<Composer run={id("1")} kinds={["idea"]} authorship="unsigned" field="card" />);
  expect(page()).toContain("Your name isn't kept with this. Even Fay, who is leading, can't see who wrote it.");
  show({ room: { leading: "" } });
  await drawn();
  expect(page()).toContain("Even the facilitator, who is leading, can't see who wrote it.");
});
