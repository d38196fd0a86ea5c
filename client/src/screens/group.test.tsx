import { fireEvent, render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, button, drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import { aCard, aGroup, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { Group, groupable, move } from "./group.tsx";

let line: TestLine;
const props = { run: aRun({ stage: "live" }), phase: aPhase({ kind: "group", cards: ["theme"] }) };
const moves = () => line.all("MoveCard").map((one) => one.fields);

beforeEach(() => {
  line = freshDevice();
  show({ cards: [aCard("a"), aCard("c", { place: 4 })], groups: [aGroup("9", { name: "Eat together" })] });
});

async function choose(...texts: string[]) {
  for (const text of texts) fireEvent.click(box(text));
  await drawn();
}

test("cards are chosen and put into a group, with nothing dragged", async () => {
  render(<Group {...props} />);
  expect(button("Choose cards first").disabled).toBe(true);
  await choose("Idea a", "Idea c");
  press("Put 2 cards into…");
  await drawn();
  press("Eat together");
  await drawn();
  expect(moves()).toEqual([
    { id: id("a"), group: id("9"), version: 0 },
    { id: id("c"), group: id("9"), version: 4 },
  ]);
});

test("a new group is made with its name, and one without a name gets a number", async () => {
  render(<Group {...props} />);
  await choose("Idea a");
  press("Put 1 card into…");
  await drawn();
  type("A new group", "Be outside");
  await drawn();
  press("Make this group");
  await drawn();
  const made = line.all("AddGroup")[0]?.fields;
  expect(made).toMatchObject({ name: "Be outside", run: id("1") });
  expect(moves()[0]).toMatchObject({ group: made?.id });
  await choose("Idea c");
  press("Put 1 card into…");
  await drawn();
  press("Make this group");
  await drawn();
  expect(line.all("AddGroup")[1]?.fields.name).toBe("Group 2");
});

test("a move is undone by moving back", async () => {
  render(<Group {...props} />);
  await choose("Idea a");
  press("Put 1 card into…");
  await drawn();
  press("Eat together");
  await drawn();
  press("Undo");
  await drawn();
  expect(moves().at(-1)).toMatchObject({ id: id("a"), group: "" });
});

test("when somebody else moved the card first, it is said", async () => {
  line.obliging = false;
  const said = move([{ id: id("a"), group: id("9") }]);
  line.asked[0]?.answer({ status: "superseded", code: "superseded", say: "Someone changed this just before you." });
  expect(await said).toBe("Someone changed this just before you.");
});

test("an empty group can be removed", () => {
  render(<Group {...props} />);
  press("Remove this empty group");
  expect(line.all("RemoveGroup")).toHaveLength(1);
});

test("ideas are what is grouped; where there are none, everything", () => {
  const fact = aCard("d", { kind: "fact" });
  expect(groupable([aCard("a"), fact])).toHaveLength(1);
  expect(groupable([fact])).toEqual([fact]);
  expect(groupable([aCard("a", { hidden: "person" }), fact])).toEqual([fact]);
  expect(page()).toBe("");
});
