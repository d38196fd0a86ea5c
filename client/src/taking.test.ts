import { afterEach, expect, test, vi } from "vitest";
import { ownSeat, screenPass } from "./own/seat.ts";
import { here, takeAgain, takeBy, takePlace, takeScreen } from "./taking.ts";

const seated = (token: string) => ({ seat: "s", token, role: "participant" }) as const;

afterEach(() => {
  takeBy();
  ownSeat.value = null;
  screenPass.value = null;
  vi.unstubAllGlobals();
});

test("by the link a place is asked for with the name alone", async () => {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (path: string, init: { body: string }) => {
    asked.push([path, JSON.parse(init.body)]);
    return Response.json(seated("t"));
  });
  here.value = "w";
  await takePlace("Pat");
  expect(asked).toEqual([["/api/workshops/w/seats", { name: "Pat" }]]);
  expect(ownSeat.value).toEqual({ ...seated("t"), name: "Pat" });
});

test("a meeting program gives the same place again, by what this device holds of it", async () => {
  const asked: string[][] = [];
  takeBy(async (...how) => {
    asked.push(how);
    return seated("new");
  });
  ownSeat.value = { ...seated("old"), name: "Pat" };
  await takeAgain("participant");
  expect(asked).toEqual([["", "old"]]);
  expect(ownSeat.value).toEqual({ ...seated("new"), name: "Pat" });
});

test("who has no place yet is asked for a name first, but for whoever has just started", async () => {
  takeBy(async () => seated("t"));
  await takeAgain("participant");
  expect(ownSeat.value).toBeNull();
  await takeAgain("facilitator");
  expect(ownSeat.value?.token).toBe("t");
});

test("a device of the whole room is a screen, by the meeting program, and never has a seat", async () => {
  takeBy(async () => seated("t"));
  await takeScreen("w", "");
  expect([screenPass.value?.token, ownSeat.value]).toEqual(["t", null]);
});
