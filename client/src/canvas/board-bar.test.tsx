import { render } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { aBoard } from "../../testing/board.ts";
import { button, press } from "../../testing/page.ts";
import { aCard, aGroup, id, show } from "../../testing/workshop.ts";
import { BoardBar } from "./board-bar.tsx";
import { current } from "./chosen.ts";
import { sentence } from "./moves.ts";

test("everything that pinching and dragging do is a button, too", () => {
  show({ cards: [aCard("a", { group: id("9") })], groups: [aGroup("9")] });
  const on = aBoard();
  const find = vi.fn();
  render(<BoardBar on={on} onFind={find} />);
  press("Larger");
  expect(on.camera().scale).toBe(1.5);
  press("Smaller");
  expect(on.camera().scale).toBe(1);
  press("Where are we?");
  expect(sentence.value).toBe("Here we are: Ideas.");
  press("Find");
  expect(find).toHaveBeenCalled();
  press("Go to…");
  expect(button("Ideas")).toBeTruthy();
  press("Group 9");
  expect(current.value).toBe(`group:${id("9")}`);
  on.close();
});
