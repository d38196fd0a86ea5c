import { expect, test, vi } from "vitest";
import { showDrawn } from "../../testing/items.ts";
import { TestLine } from "../../testing/line.ts";
import { anEvent, at, aWorld } from "../../testing/world.ts";
import { momentsOn } from "../moments.ts";
import { pointerTool, sendStroke, showMoments } from "./pointer.ts";

function up(): { readonly line: TestLine; readonly said: () => unknown[] } {
  const line = new TestLine();
  line.connected = true;
  const emit = vi.spyOn(line, "emit");
  momentsOn(line);
  return { line, said: () => emit.mock.calls.map((call) => call[1]) };
}

test("where somebody points is told to the others in whole numbers", () => {
  const { said } = up();
  pointerTool(aWorld()).down(at(3.4, 5.6), anEvent());
  expect(said()).toEqual([{ kind: "pointer", x: 3, y: 6 }]);
});

test("a long part of a stroke is cut to what one moment may hold", () => {
  const { said } = up();
  sendStroke(
    "a".repeat(32),
    Array.from({ length: 200 }, (_, x) => at(x, 0)),
  );
  expect((said()[0] as { points: number[] }).points.length).toBe(300);
});

test("what others point at is there for a second", () => {
  vi.useFakeTimers();
  const { line } = up();
  showDrawn();
  const on = aWorld();
  const stop = showMoments(on);
  line.say("moment", { moments: [{ kind: "pointer", x: 3, y: 4 }] });
  line.say("moment", { moments: [{ kind: "stroke", id: "a", points: [0, 0, 50, 9, 9, 50] }] });
  expect(on.box.querySelectorAll(".ink-dot, .ink-edge").length).toBe(2);
  vi.advanceTimersByTime(1000);
  expect(on.box.querySelectorAll(".ink-dot, .ink-edge").length).toBe(0);
  stop();
  vi.useRealTimers();
});
