import { expect, test } from "vitest";
import { id, seatEntry } from "../../../testing/workshop.ts";
import { seatNames, seatTags } from "./seats.ts";

test("people without a name are told apart as guests", () => {
  const names = seatNames([seatEntry("1", "Mo"), seatEntry("2", ""), seatEntry("3", "Ana"), seatEntry("4", "")]);
  expect([...names.values()]).toEqual(["Mo", "Guest 1", "Ana", "Guest 2"]);
});

test("beside a name stands whether it is you, who leads, and who is away", () => {
  expect(seatTags(seatEntry("1", "Mo", { facilitator: true }), id("1"))).toEqual(["you", "leads"]);
  expect(seatTags(seatEntry("2", "Ana", { here: false }), id("1"))).toEqual(["not here now"]);
});
