import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { page, press } from "../../../testing/page.ts";
import { showLed } from "../../../testing/workshop.ts";
import { Safety } from "./safety.tsx";

test("E34: the room is slowed down and the door closed, for everybody and never for one writer", () => {
  const asked = listen();
  showLed({ head: { slow_version: 2, door_version: 3 } });
  render(<Safety />);
  expect(page()).toContain("Nobody can know who wrote a card without a name.");
  press("Slow the room down");
  expect(asked).toEqual([["SlowRoom", { slow: true, version: 2 }]]);
});

test("what was done can be undone", () => {
  const asked = listen();
  showLed({ head: { slow: true, door_closed: true, door_version: 1 } });
  render(<Safety />);
  expect(page()).toContain("The door is closed: nobody new can join.");
  press("Open the door again");
  expect(asked).toEqual([["CloseDoor", { closed: false, version: 1 }]]);
});
