import { expect, test } from "vitest";
import { aCard, id } from "../../testing/workshop.ts";
import { type Act, anew, kindOf } from "./acts.ts";

const view: Record<string, unknown> = { [`card:${id("a")}`]: aCard("a", { group: id("d"), place: 3 }) };
const look = (key: string) => view[key];
const back = (act: Act) => kindOf(act).back(act[1], look);

test("the opposite of a move is the group that the card was in", () => {
  expect(back(["MoveCard", { id: id("a"), group: "" }])).toEqual(["MoveCard", { id: id("a"), group: id("d") }]);
});

test("what is not there has no opposite", () => {
  expect(back(["MoveCard", { id: id("b"), group: "" }])).toBeNull();
  expect(back(["RemoveItem", { id: id("b") }])).toBeNull();
});

test("only what makes a thing gets a new id", () => {
  expect(anew(["RemoveItem", { id: id("a") }], id("1"))).toBeNull();
  expect(anew(["AddGroup", { id: id("a"), run: "", name: "Lifts" }], id("1"))?.act[1]).toMatchObject({ run: id("1") });
});
