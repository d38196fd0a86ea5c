import { expect, test, vi } from "vitest";
import { TestLine } from "../../testing/line.ts";
import { aCard, id, show } from "../../testing/workshop.ts";
import { momentsOn } from "../moments.ts";
import { entries } from "../workshop.ts";
import { call, cardIn, onCalls } from "./calls.ts";
import { layoutOf } from "./layout.ts";

const on = { camera: () => ({ x: -10.4, y: 20, scale: 0.5 }), size: () => ({ width: 400, height: 301 }) };

test("what is seen goes out in whole units of the board, while there is a line", () => {
  const line = new TestLine();
  momentsOn(line);
  expect(call(on)).toBe(false);
  line.connected = true;
  const emit = vi.spyOn(line, "emit");
  expect(call(on)).toBe(true);
  expect(emit).toHaveBeenCalledWith("moment", { kind: "look", x: -10, y: 20, width: 800, height: 602 });
});

test("the last call of a frame is heard, and no other moment is one", () => {
  const line = new TestLine();
  momentsOn(line);
  const heard: unknown[] = [];
  const stop = onCalls((place) => heard.push(place));
  const look = (x: number) => ({ kind: "look", x, y: 0, width: 5, height: 5 });
  line.say("moment", { moments: [look(1), { kind: "pointer", x: 3, y: 4 }, look(2)] });
  line.say("moment", { moments: [{ kind: "pointer", x: 3, y: 4 }] });
  stop();
  expect(heard).toEqual([{ x: 2, y: 0, width: 5, height: 5 }]);
});

test("the list shows the card nearest to the middle, and nothing of an empty board", () => {
  show({ cards: [aCard("a"), aCard("b")] });
  const layout = layoutOf(entries.value);
  const rect = layout.rects.get(`card:${id("b")}`);
  expect(rect && cardIn(entries.value, layout, rect)).toBe(`card:${id("b")}`);
  show();
  expect(rect && cardIn(entries.value, layoutOf(entries.value), rect)).toBe("");
});
