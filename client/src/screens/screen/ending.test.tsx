import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { aBallot, aCard, id, showLed } from "../../../testing/workshop.ts";
import { Ending, Result } from "./ending.tsx";

const cards = [aCard("a", { text: "Tea on the pier" }), aCard("c", { text: "Lift club" })];
const totals = { [`card:${id("a")}`]: 3, [`card:${id("c")}`]: 3 };
const closed = aBallot({
  state: "closed",
  totals,
  voters: totals,
  tied: Object.keys(totals),
  ranking: Object.keys(totals),
  cast: 3,
});

test("a result is shown in words with bars, and a tie is named until it is settled", () => {
  showLed({ cards });
  const { rerender } = render(<Result at={closed} />);
  expect(screen.getByText("Too close to call")).toBeTruthy();
  expect(screen.getByRole("list", { name: "The result" }).textContent).toContain("3 dots from 3 people");
  rerender(<Result at={{ ...closed, outcome: "take_both" }} />);
  expect(screen.queryByText("Too close to call")).toBeNull();
});

test("E32e: where few voted no result is shown, but what the group chose after talking", () => {
  const few = aBallot({ state: "closed", few: true, options: Object.keys(totals) });
  showLed({ cards });
  const { rerender, container } = render(<Result at={few} />);
  expect(container.textContent).toBe("Few people voted, so no result is shown. Talk about it, and choose together.");
  rerender(<Result at={{ ...few, talked: true, outcome: "chosen", chosen: [`card:${id("c")}`] }} />);
  expect(container.textContent).toBe("We chose together: Lift club");
});

test("decisions and actions are shown with owner and date, in words for people", () => {
  const action = {
    id: id("2"),
    text: "Ask for a table",
    owner: "",
    due: "2026-11-30",
    status: "open",
    versions: {},
  } as const;
  showLed({
    more: {
      [`decision:${id("1")}`]: { id: id("1"), text: "We start on the pier", options: [], version: 0 },
      [`action:${id("2")}`]: action,
    },
  });
  render(<Ending />);
  expect(screen.getByText("We start on the pier")).toBeTruthy();
  expect(screen.getByText("nobody yet")).toBeTruthy();
  expect(screen.getByText("30 November 2026")).toBeTruthy();
});
