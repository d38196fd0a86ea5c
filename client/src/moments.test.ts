import { expect, test, vi } from "vitest";
import { TestLine } from "../testing/line.ts";
import { type Moment, momentsOn, onMoments, sendMoment } from "./moments.ts";

const pointer: Moment = { kind: "pointer", x: 3, y: 4 };

test("what others do just now is heard until one stops listening", () => {
  const line = new TestLine();
  momentsOn(line);
  const heard: Moment[] = [];
  const stop = onMoments((moments) => heard.push(...moments));
  line.say("moment", { moments: [pointer] });
  stop();
  line.say("moment", { moments: [pointer] });
  expect(heard).toEqual([pointer]);
});

test("it is sent while the line is up, and lost while it is down", () => {
  const line = new TestLine();
  const emit = vi.spyOn(line, "emit");
  momentsOn(line);
  sendMoment(pointer);
  expect(emit).not.toHaveBeenCalled();
  line.connected = true;
  sendMoment(pointer);
  expect(emit).toHaveBeenCalledWith("moment", pointer);
});
