import { expect, test } from "vitest";
import { anItem, showDrawn } from "../../testing/items.ts";
import { freshDevice } from "../../testing/page.ts";
import { id } from "../../testing/workshop.ts";
import { sentence } from "./moves.ts";
import { addItem, changeItem, inkColour, movedLine, removed, removeItems, tieable } from "./tools-draw.ts";

test("what is drawn is asked for with the colour in the hand, and said", async () => {
  const line = freshDevice();
  showDrawn();
  inkColour.value = "blue";
  expect(await addItem({ kind: "box", x: 1, y: 2, width: 30, height: 40 })).not.toBe("");
  inkColour.value = "";
  expect(line.asked.at(-1)).toMatchObject({
    command: "AddItem",
    fields: { kind: "box", colour: "blue", run: id("1") },
  });
  expect(sentence.value).toBe("Added: Box");
});

test("where the server says no its reason is told, and nothing counts as added", async () => {
  const line = freshDevice();
  showDrawn([anItem("a")]);
  line.obliging = false;
  const added = changeItem({ id: id("a"), width: 5, height: 5 });
  line.asked.at(-1)?.answer({ status: "refused", code: "locked", say: "It is locked." });
  expect(await added).toBe(false);
  expect(sentence.value).toBe("It is locked.");
});

test("only drawings are taken away, and for ten seconds that can be undone", async () => {
  const line = freshDevice();
  showDrawn([anItem("a")]);
  await removeItems([`item:${id("a")}`, `card:${id("b")}`]);
  expect(line.all("RemoveItem").length).toBe(1);
  expect(removed.value?.count).toBe(1);
});

test("an end of a line moves with its place as one step", async () => {
  const line = freshDevice();
  const drawn = anItem("a", { kind: "line", points: [0, 0, 9, 9] });
  showDrawn([drawn]);
  await movedLine(drawn, { x: 5, y: 6, width: 7, height: 8 }, [0, 0, 7, 8], {});
  expect(line.asked.map((one) => one.command)).toEqual(["Place", "ChangeItem"]);
});

test("lines are nothing to tie a line to", () => {
  freshDevice();
  showDrawn([anItem("a", { text: "Us" }), anItem("b", { kind: "arrow", points: [0, 0, 1, 1] })]);
  expect(tieable([`item:${id("a")}`, `item:${id("b")}`])).toEqual([{ key: `item:${id("a")}`, name: "Us" }]);
});
