import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { anItem, showDrawn } from "../../testing/items.ts";
import { button, drawn, freshDevice, press } from "../../testing/page.ts";
import { aCard, id } from "../../testing/workshop.ts";
import { aWorld } from "../../testing/world.ts";
import { choose } from "./chosen.ts";
import { sentence } from "./moves.ts";
import { Drawing } from "./toolbar.tsx";
import { tool } from "./tools.ts";
import { removed, undescribed } from "./tools-draw.ts";
import { world } from "./world.ts";

afterEach(() => {
  world.value = null;
  removed.value = null;
  undescribed.value = [];
  choose([]);
});

function open() {
  const on = aWorld();
  world.value = on;
  render(<Drawing on={on} />);
  return on;
}

test("the tools stand behind one button, and each says what it does", () => {
  freshDevice();
  showDrawn();
  open();
  press("Draw");
  press("Pen");
  expect(tool.value).toBe("pen");
  expect(button("Pen").getAttribute("aria-pressed")).toBe("true");
  expect(screen.getByText("Draw with your finger, pen or mouse.")).toBeTruthy();
  press("Blue, long dashes");
  press("Stop drawing");
  expect(tool.value).toBe("");
});

test("where nothing may be drawn there are no tools", () => {
  freshDevice();
  showDrawn([], { run: { stage: "write" } });
  open();
  expect(screen.queryByRole("button", { name: "Draw" })).toBeNull();
});

test("the delete key takes away the drawing that is chosen, with a way back", async () => {
  const line = freshDevice();
  showDrawn([anItem("a")]);
  const on = open();
  choose([`item:${id("a")}`]);
  fireEvent.keyDown(on.box, { key: "Delete" });
  await drawn();
  expect(line.all("RemoveItem").length).toBe(1);
  expect(screen.getByText("Taken away.")).toBeTruthy();
});

test("Delete takes the drawings that are chosen, and says why cards stay", async () => {
  const line = freshDevice();
  showDrawn([anItem("a")], { cards: [aCard("c")] });
  const on = open();
  choose([`item:${id("a")}`, `card:${id("c")}`]);
  fireEvent.keyDown(on.box, { key: "Delete" });
  await drawn();
  expect(line.all("RemoveItem").length).toBe(1);
  await waitFor(() => expect(sentence.value).toContain("Cards and groups stay"));
});

test("what a drawing shows is asked for, and can be passed over", async () => {
  freshDevice();
  showDrawn([anItem("a", { kind: "pen", points: [0, 0, 50] })]);
  undescribed.value = [`item:${id("a")}`];
  open();
  expect(screen.getByText("What does your drawing show?")).toBeTruthy();
  press("Not now");
  await drawn();
  expect(screen.queryByText("What does your drawing show?")).toBeNull();
});
