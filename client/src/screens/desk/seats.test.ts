import { expect, test } from "vitest";
import { aSeat, id } from "../../../testing/workshop.ts";
import { seatNames, seatTags } from "./seats.ts";

test("people without a name are told apart as guests", () => {
  const names = seatNames([aSeat("1", "Mo"), aSeat("2", ""), aSeat("3", "Ana"), aSeat("4", "")]);
  expect([...names.values()]).toEqual(["Mo", "Guest 1", "Ana", "Guest 2"]);
});

test("beside a name stands whether it is you, who leads, and who is away", () => {
  expect(seatTags(aSeat("1", "Mo", { facilitator: true }), id("1"))).toEqual(["you", "leads"]);
  expect(seatTags(aSeat("2", "Ana", { here: false }), id("1"))).toEqual(["not here now"]);
});
