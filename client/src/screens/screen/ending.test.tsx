import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { ballotEntry, cardEntry, id, show } from "../../../testing/workshop.ts";
import { Ending, Result } from "./ending.tsx";

const cards = [cardEntry("e1", "Tea on the pier"), cardEntry("e2", "Lift club")];
const totals = { [`card:${id("e1")}`]: 3, [`card:${id("e2")}`]: 3 };
const closed = ballotEntry({ state: "closed", totals, voters: totals, tied: Object.keys(totals), cast: 3 });

test("a result is shown in words with bars, and a tie is named until it is settled", () => {
  show({ cards });
  const { rerender } = render(<Result at={closed} />);
  expect(screen.getByText("Too close to call")).toBeTruthy();
  expect(screen.getByRole("list", { name: "The result" }).textContent).toContain("3 dots from 3 people");
  rerender(<Result at={{ ...closed, outcome: "take_both" }} />);
  expect(screen.queryByText("Too close to call")).toBeNull();
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
  show({
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
