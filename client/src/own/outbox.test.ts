import { expect, test } from "vitest";
import { closeDevice, openDevice, saved } from "./kept.ts";
import { outbox, putInOutbox, takeFromOutbox } from "./outbox.ts";

test("what is not answered yet survives a reload, in order", async () => {
  await openDevice("one", true);
  const first = putInOutbox("AddCard", { text: "one" });
  putInOutbox("AddCard", { text: "two" });
  putInOutbox("EditCard", { text: "three" });
  takeFromOutbox(first.nr);
  await saved();
  closeDevice();
  await openDevice("one", true);
  expect(outbox.value.map((waiting) => waiting.fields)).toEqual([{ text: "two" }, { text: "three" }]);
  closeDevice();
});
