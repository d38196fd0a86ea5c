import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aCard, aRun, id, showLed } from "../../../testing/workshop.ts";
import { Board } from "./board.tsx";

const shown = aRun({ id: id("a9"), open: false, revealed: true, tucked_version: 2 });

test("E19: the cards of a step are folded away and unfolded, over the version that was seen", () => {
  const asked = listen();
  showLed({ cards: [aCard("a", { text: "Tea", run: id("a9") })], more: { [`run:${shown.id}`]: shown } });
  const { unmount } = render(<Board />);
  fireEvent.click(screen.getByRole("button", { name: "Fold away “Ideas”" }));
  unmount();
  showLed({
    cards: [aCard("a", { text: "Tea", run: id("a9") })],
    more: { [`run:${shown.id}`]: { ...shown, tucked: true, tucked_version: 3 } },
  });
  render(<Board />);
  fireEvent.click(screen.getByRole("button", { name: "Unfold “Ideas”" }));
  expect(asked).toEqual([
    ["TuckAway", { run: id("a9"), tucked: true, version: 2 }],
    ["TuckAway", { run: id("a9"), tucked: false, version: 3 }],
  ]);
});

test("while nothing has been shown there is nothing to fold or to reword", () => {
  listen();
  showLed();
  render(<Board />);
  expect(screen.getByText("Nothing has been shown yet.")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
