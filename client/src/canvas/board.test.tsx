import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { drawn, freshDevice, page } from "../../testing/page.ts";
import { aCard, show } from "../../testing/workshop.ts";
import Board from "./board.tsx";

test("an empty board says so, and the Tab key still comes to it", async () => {
  freshDevice();
  show();
  render(<Board />);
  await drawn();
  expect(page()).toContain("Nothing is on the board yet.");
  expect(screen.getByRole("application", { name: "Board" }).tabIndex).toBe(0);
});

test("the board tells its keys to whoever hears it, and is left without a trace", async () => {
  freshDevice();
  show({ cards: [aCard("a")] });
  const { unmount } = render(<Board />);
  await drawn();
  const board = screen.getByRole("application", { name: "Board" });
  expect(document.getElementById(board.getAttribute("aria-describedby") ?? "")?.textContent).toContain("M picks it up");
  unmount();
  expect(document.querySelector(".world")).toBeNull();
});
