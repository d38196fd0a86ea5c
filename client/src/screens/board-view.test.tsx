import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { button, drawn, page, press } from "../../testing/page.ts";
import { show } from "../../testing/workshop.ts";
import { boardView } from "../own/view.ts";
import { BoardView, ViewSwitch } from "./board-view.tsx";

test("the switch says which view is shown, and changes it", async () => {
  render(<ViewSwitch />);
  expect(screen.getByRole("group", { name: "How you see it" })).toBeTruthy();
  press("List");
  await drawn();
  expect([boardView.value, button("List").getAttribute("aria-pressed")]).toEqual(["list", "true"]);
  press("Board");
  expect(boardView.value).toBe("board");
});

test("what the step asks for stands beside the board, and can be folded away", async () => {
  show();
  render(<BoardView>Write here</BoardView>);
  expect(page()).toContain("Write here");
  press("Hide this step");
  await drawn();
  expect(screen.getByText("Write here").hidden).toBe(true);
  press("Show this step");
  await drawn();
  expect(screen.getByText("Write here").hidden).toBe(false);
});
