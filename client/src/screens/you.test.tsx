import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import { show } from "../../testing/workshop.ts";
import { ownSeat } from "../own/seat.ts";
import { You } from "./you.tsx";

let line: TestLine;

beforeEach(async () => {
  line = freshDevice("Ana");
  show({ entered: { support: "Call 01234" } });
  render(<You />);
  press("Ana");
  await drawn();
});

test("the name can be changed at any time", async () => {
  type("Your name, if you like", "Anna");
  await drawn();
  press("Save");
  expect(line.all("ChangeName")[0]?.fields).toEqual({ name: "Anna" });
  expect(ownSeat.value?.name).toBe("Anna");
});

test("help is always in the same place", () => {
  expect(page()).toContain("If you need help: Call 01234");
});

test("leaving takes two steps, and then this device has no place any more", async () => {
  press("Leave this workshop");
  await drawn();
  expect(line.all("Leave")).toHaveLength(0);
  press("Yes, leave");
  await drawn();
  expect(line.all("Leave")).toHaveLength(1);
  expect(ownSeat.value).toBeNull();
});
