import { afterEach, beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { freshDevice } from "../../testing/page.ts";
import { aCard, aGroup, id, show } from "../../testing/workshop.ts";
import { entries, patched } from "../workshop.ts";
import { ahead, look } from "./ahead.ts";
import { act, MOST_STEPS, redo, redoable, undo, undoable } from "./undo.ts";

const A = `card:${id("a")}`;
const SPOT = `spot:${id("a")}`;
let line: TestLine;

const place = (x: number, what = A) => act("move", [["Place", { what, placed: true, x, y: 0 }]]);
const spot = (x: number, version: number, key = id("a")) => {
  const rest = { colour: "", colour_version: 0, locked: false, lock_version: 0 };
  return { id: key, placed: true, x, y: 0, version, ...rest };
};
const sees = (set: Record<string, unknown>, gone: readonly string[] = []) => {
  entries.value = patched(entries.peek(), { set, gone });
};
const asked = () => line.asked.map(({ command, fields }) => [command, fields]);
const lastAsked = () => line.asked.at(-1)?.fields;

beforeEach(() => {
  line = freshDevice();
  show({ cards: [aCard("a"), aCard("b")], groups: [aGroup("d")] });
  line.asked.length = 0;
});
afterEach(() => {
  ahead.value = new Map();
});

test("what is done stands in what is expected at once, and not any more when the view has it", async () => {
  const done = place(40);
  expect(look(SPOT)).toMatchObject({ x: 40, version: 1 });
  await done;
  sees({ [SPOT]: spot(40, 1) });
  expect(ahead.value.size).toBe(0);
});

test("what is refused falls back to what everybody sees, and is no step", async () => {
  line.obliging = false;
  const done = place(40);
  line.asked[0]?.answer({ status: "superseded", code: "superseded", say: "Somebody was first." });
  expect((await done)[0]?.status).toBe("superseded");
  expect(look(SPOT)).toBeUndefined();
  expect(undoable.value).toEqual([]);
});

test("undo puts a thing back where it was, step by step, and redo the other way", async () => {
  await place(40);
  await place(80);
  expect((await undo()).kind).toBe("done");
  expect(lastAsked()).toEqual({ what: A, placed: true, x: 40, y: 0, version: 2 });
  await undo();
  expect(lastAsked()).toEqual({ what: A, placed: false, x: 0, y: 0, version: 3 });
  await redo();
  expect(lastAsked()).toEqual({ what: A, placed: true, x: 40, y: 0, version: 4 });
  await redo();
  expect(lastAsked()).toEqual({ what: A, placed: true, x: 80, y: 0, version: 5 });
  expect((await redo()).kind).toBe("nothing");
  await undo();
  expect(lastAsked()).toEqual({ what: A, placed: true, x: 40, y: 0, version: 6 });
});

test("what somebody changed since is left as it is", async () => {
  await place(40);
  sees({ [SPOT]: spot(500, 2) });
  line.asked.length = 0;
  expect((await undo()).kind).toBe("changed");
  expect(line.asked).toEqual([]);
  expect(redoable.value).toEqual([]);
});

test("what somebody did between two acts of mine is never undone", async () => {
  await place(40);
  sees({ [SPOT]: spot(500, 2) });
  await place(80);
  await undo();
  expect(lastAsked()).toMatchObject({ x: 500, version: 3 });
  line.asked.length = 0;
  expect((await undo()).kind).toBe("changed");
  expect(line.asked).toEqual([]);
});

test("of several things moved together those are undone that nobody touched since", async () => {
  await act("move", [
    ["Place", { what: A, placed: true, x: 1, y: 1 }],
    ["Place", { what: `card:${id("b")}`, placed: true, x: 2, y: 2 }],
  ]);
  sees({ [SPOT]: spot(500, 2) });
  line.asked.length = 0;
  expect((await undo()).kind).toBe("part");
  expect(asked()).toEqual([["Place", { what: `card:${id("b")}`, placed: false, x: 0, y: 0, version: 1 }]]);
});

test("a new group with its cards goes as it came, and comes back under another id", async () => {
  const group = id("e");
  await act("group", [
    ["AddGroup", { id: group, run: id("1"), name: "Lifts" }],
    ["MoveCard", { id: id("a"), group }],
  ]);
  line.asked.length = 0;
  expect((await undo()).kind).toBe("done");
  expect(asked()).toEqual([
    ["MoveCard", { id: id("a"), group: "", version: 1 }],
    ["RemoveGroup", { id: group }],
  ]);
  line.asked.length = 0;
  await redo();
  const made = line.asked[0]?.fields.id;
  expect(made).not.toBe(group);
  expect(asked()[1]).toEqual(["MoveCard", { id: id("a"), group: made, version: 2 }]);
});

test("a group that others put cards into is not taken away", async () => {
  await act("group", [["AddGroup", { id: id("e"), run: id("1"), name: "Lifts" }]]);
  sees({ [`card:${id("b")}`]: aCard("b", { group: id("e"), place: 1 }) });
  expect((await undo()).kind).toBe("changed");
});

test("a drawing that was removed comes back as it was, and what was done to it before can still be undone", async () => {
  const box = id("c");
  await act("draw", [["AddItem", { id: box, run: id("1"), kind: "box", x: 5, y: 6, width: 30, height: 20 }]]);
  await act("change", [["ChangeItem", { id: box, width: 60, height: 20, text: "Us" }]]);
  await act("remove", [["RemoveItem", { id: box }]]);
  await undo();
  const back = lastAsked() as { id: string };
  expect(back).toMatchObject({ kind: "box", x: 5, y: 6, width: 60, text: "Us", run: id("1") });
  await undo();
  expect(lastAsked()).toMatchObject({ id: back.id, width: 30, text: "", version: 0 });
  expect((await undo()).kind).toBe("done");
  expect(lastAsked()).toEqual({ id: back.id });
});

test("twenty steps are kept, and a new act leaves nothing to redo", async () => {
  for (let x = 0; x < MOST_STEPS + 3; x += 1) await place(x);
  expect(undoable.value.length).toBe(MOST_STEPS);
  await undo();
  expect(redoable.value.length).toBe(1);
  await place(7);
  expect(redoable.value).toEqual([]);
});

test("a refusal is told with the server's reason", async () => {
  await place(40);
  line.obliging = false;
  const undone = undo();
  await Promise.resolve();
  line.asked.at(-1)?.answer({ status: "refused", code: "locked", say: "It is locked." });
  expect(await undone).toMatchObject({ kind: "refused", say: "It is locked." });
});

test("what was done in one workshop is no step in another", async () => {
  await place(40);
  show({ head: { id: "ab".repeat(16) } });
  expect(undoable.value).toEqual([]);
});
