import { render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { aBoard } from "../../testing/board.ts";
import { drawn, freshDevice, press } from "../../testing/page.ts";
import { aCard, id, show } from "../../testing/workshop.ts";
import { choose, chosen } from "./chosen.ts";
import { ChosenBar } from "./chosen-bar.tsx";
import { held } from "./holding.ts";

const key = `card:${id("a")}`;

test("what is chosen can be picked up by a button, and left where it was", async () => {
  freshDevice();
  show({ run: { stage: "read" }, cards: [aCard("a")] });
  const on = aBoard();
  choose([key]);
  const menu = vi.fn();
  render(<ChosenBar on={on} onMenu={menu} />);
  press("More…");
  expect(menu).toHaveBeenCalledWith(key);
  press("Move it");
  await drawn();
  expect(held.value.has(key)).toBe(true);
  press("Leave it where it was");
  await drawn();
  expect(held.value.size).toBe(0);
  press("Done");
  expect(chosen.value.size).toBe(0);
  on.close();
});

test("where the board is for looking, nothing offers to move", () => {
  show({ run: { stage: "write" }, cards: [aCard("a")] });
  const on = aBoard();
  choose([key]);
  render(<ChosenBar on={on} onMenu={() => {}} />);
  expect(screen.queryByRole("button", { name: "Move it" })).toBeNull();
  on.close();
});
