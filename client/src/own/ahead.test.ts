import { expect, test, vi } from "vitest";
import { freshDevice } from "../../testing/page.ts";
import { aCard, id, show } from "../../testing/workshop.ts";
import { ahead, look, perform, versionOf } from "./ahead.ts";

const SPOT = `spot:${id("a")}`;

test("a thing that was never touched has version 0, one that is not there none", () => {
  freshDevice();
  show({ cards: [aCard("a")] });
  expect(versionOf(`${SPOT} version`)).toBe(0);
  expect(versionOf(`item:${id("e")} version`)).toBe(-1);
});

test("two acts in a row build on each other before the first is answered", () => {
  const line = freshDevice();
  line.obliging = false;
  show({ cards: [aCard("a")] });
  for (const x of [10, 20]) void perform(["Place", { what: `card:${id("a")}`, placed: true, x, y: 0 }]);
  expect(line.asked.map((one) => one.fields.version)).toEqual([0, 1]);
  expect(look(SPOT)).toMatchObject({ x: 20, version: 2 });
});

test("what never arrives in the view is not expected for ever", async () => {
  vi.useFakeTimers();
  freshDevice();
  show();
  await perform([
    "AddItem",
    { id: id("e"), run: id("1"), kind: "text", x: 0, y: 0, width: 9, height: 9, text: "Hello" },
  ]);
  expect(look(`item:${id("e")}`)).toMatchObject({ text: "Hello" });
  vi.advanceTimersByTime(5000);
  expect(ahead.value.has(`item:${id("e")}`)).toBe(false);
  vi.useRealTimers();
});
