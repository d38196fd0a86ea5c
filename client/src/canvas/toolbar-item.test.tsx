import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { anItem, showDrawn } from "../../testing/items.ts";
import { drawn, freshDevice, press } from "../../testing/page.ts";
import { id } from "../../testing/workshop.ts";
import { wording } from "./texts.tsx";
import { ItemActions } from "./toolbar-item.tsx";

const go = (act: () => unknown) => act();

test("a drawing can be made larger, described and taken away without a drag", async () => {
  const line = freshDevice();
  showDrawn([anItem("a", { kind: "pen", points: [0, 0, 50, 8, 8, 50] })]);
  render(<ItemActions keys={[`item:${id("a")}`]} go={go} />);
  press("Larger");
  press("Say what it shows");
  press("Take away");
  await drawn();
  expect(line.asked.map((one) => one.command)).toEqual(["ChangeItem", "RemoveItem"]);
  expect(line.asked[0]?.fields.points).toEqual([0, 0, 50, 10, 10, 50]);
  expect(wording.value).toBe(`item:${id("a")}`);
  wording.value = "";
});

test("cards have none of this", () => {
  freshDevice();
  showDrawn();
  render(<ItemActions keys={[`card:${id("a")}`]} go={go} />);
  expect(screen.queryByRole("button")).toBeNull();
});
