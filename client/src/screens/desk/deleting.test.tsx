import { render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../../testing/line.ts";
import { button, drawn, freshDevice, page, press, type } from "../../../testing/page.ts";
import { show } from "../../../testing/workshop.ts";
import { here } from "../../door.ts";
import { Deleting } from "./deleting.tsx";

let line: TestLine;
const keeping = { days: 30, version: 2, day: 0 };

function draw(cofacilitator = false) {
  show({ more: { keeping }, entered: { role: "facilitator", cofacilitator } });
  render(<Deleting />);
}

beforeEach(() => {
  here.value = "f0";
  line = freshDevice("Fay");
});

test("for how many days all is kept can be changed, from 1 to 365", async () => {
  draw();
  for (const wrong of ["0", "366", "2.5", "soon", ""]) {
    type("Days to keep it", wrong);
    await drawn();
    expect(screen.queryByRole("button", { name: "Keep it for so long" })).toBeNull();
  }
  type("Days to keep it", "7");
  await drawn();
  press("Keep it for so long");
  expect(line.all("KeepFor")[0]?.fields).toEqual({ days: 7, version: 2 });
});

test("a refusal is said where it was asked", async () => {
  draw();
  line.obliging = false;
  type("Days to keep it", "7");
  await drawn();
  press("Keep it for so long");
  line.all("KeepFor")[0]?.answer({ status: "refused", code: "day_over", say: "That day is over already." });
  await drawn();
  expect(page()).toContain("That day is over already.");
});

test("deleting takes two steps; between them the plan is offered, and that nobody can bring it back", async () => {
  draw();
  press("Delete now");
  await drawn();
  expect(line.all("DeleteWorkshop")).toHaveLength(0);
  expect(button("Plan for Word")).toBeTruthy();
  expect(page()).toContain("Nobody can bring it back.");
  press("Keep it");
  await drawn();
  expect(line.all("DeleteWorkshop")).toHaveLength(0);
  press("Delete now");
  await drawn();
  press("Yes, delete everything now");
  expect(line.all("DeleteWorkshop")[0]?.fields).toEqual({ workshop: "f0" });
});

test("who leads with somebody else sees for how long, and cannot delete", () => {
  draw(true);
  expect(page()).toContain("30 days after the workshop ends");
  expect(screen.queryByRole("button", { name: "Delete now" })).toBeNull();
});
