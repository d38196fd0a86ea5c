import { beforeEach, expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { freshDevice } from "../../../testing/page.ts";
import { aCard, aGroup, id, show } from "../../../testing/workshop.ts";
import { placeOf, problemOf, putAt, putInto, putIntoNew, setFree } from "./moves.ts";

const tea = aCard("a", { group: id("9"), place: 2 });
const spot = { id: id("a"), placed: true, x: 5, y: 7, version: 4, colour: "", colour_version: 0, locked: false };

beforeEach(() => {
  freshDevice();
  show({
    cards: [tea, aCard("c"), aCard("d")],
    groups: [aGroup("9")],
    more: { [`spot:${id("a")}`]: { ...spot, lock_version: 0 } },
  });
});

const commands = (asked: readonly (readonly [string, unknown])[]) => asked.map(([command]) => command);

test("a card goes into a group, and out of it to where the board puts it", async () => {
  const asked = listen();
  expect(await putInto(aCard("c"), id("9"))).toBe("");
  expect(await setFree(tea)).toBe("");
  expect(asked).toEqual([
    ["MoveCard", { id: id("c"), group: id("9"), version: 0 }],
    ["MoveCard", { id: id("a"), group: "", version: 2 }],
    ["Place", { what: `card:${id("a")}`, placed: false, x: 0, y: 0, version: 4 }],
  ]);
});

test("a new group is there before the card goes into it", async () => {
  const asked = listen();
  await putIntoNew(aCard("c"), "Eat together");
  expect(commands(asked)).toEqual(["AddGroup", "MoveCard"]);
});

test("another place in the list is a place on the board", async () => {
  const asked = listen();
  expect(placeOf(aCard("d"))).toEqual({ at: 1, count: 2 });
  await putAt(aCard("d"), 0);
  expect(new Set(commands(asked))).toEqual(new Set(["Place"]));
});

test("where somebody else was quicker, that is said, and a refusal is said as the server says it", async () => {
  listen(() => ({ status: "superseded", code: "superseded", say: "" }));
  expect(await putInto(aCard("c"), id("9"))).toBe(
    "Somebody else changed this at the same moment. Please look, and try again.",
  );
  expect(problemOf([{ status: "refused", code: "locked", say: "It is locked." }])).toBe("It is locked.");
});
