import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aCard, id, show } from "../../../testing/workshop.ts";
import { readOut, readOutNow } from "./reading.ts";

const cards = [aCard("a"), aCard("c", { hidden: "person" })];
const head = (letter: string) => ({ reading: letter && `card:${id(letter)}`, reading_version: 3 });

test("the card that is read out is known while everybody reads or talks", () => {
  show({ cards, head: head("a"), run: { stage: "read" } });
  expect(readOutNow.value?.id).toBe(id("a"));
  show({ cards, head: head("a"), run: { stage: "write" } });
  expect(readOutNow.value).toBeNull();
});

test("a hidden card is not read out, nor one that is gone", () => {
  for (const letter of ["", "c", "d"]) {
    show({ cards, head: head(letter), run: { stage: "live" } });
    expect(readOutNow.value).toBeNull();
  }
});

test("reading out replaces what this device has seen, and can be ended", () => {
  const asked = listen();
  show({ cards, head: head("a") });
  void readOut(id("a"));
  void readOut("");
  expect(asked).toEqual([
    ["ReadOut", { what: `card:${id("a")}`, version: 3 }],
    ["ReadOut", { what: "", version: 3 }],
  ]);
});
