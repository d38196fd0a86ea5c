import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { ballotEntry, id, listen, runEntry, seatEntry, show } from "../../../testing/workshop.ts";
import { serverNow } from "../../clock.ts";
import { OpenVote } from "./open-vote.tsx";

const run = runEntry({ phase: 3, stage: "vote" });
const ballot = ballotEntry({ state: "open", seats: 2 });

test("an open vote shows no count to anybody, not even to those who lead", () => {
  listen();
  show({ run, ballot });
  const { container } = render(<OpenVote run={run} ballot={ballot} />);
  expect(container.textContent).toBe("Nobody sees a count before it closes, not even you.");
});

test("a closing vote counts down and can be kept open", () => {
  const asked = listen();
  show({ run, ballot, clock: { closing_at: serverNow() + 8_200 } });
  render(<OpenVote run={run} ballot={ballot} />);
  expect(screen.getByText("The vote closes in 9 seconds")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Keep it open" }));
  expect(asked).toEqual([["KeepBallotOpen", { run: run.id, version: 7 }]]);
});

test("E11: whoever came later is let in by one press", () => {
  const asked = listen();
  show({ run, ballot, room: { seats: [seatEntry("f5", "Dai")], waiting: [id("f5"), id("f9")] } });
  render(<OpenVote run={run} ballot={ballot} />);
  expect(screen.getAllByRole("button")).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Let Dai vote" }));
  expect(asked).toEqual([["LetIn", { ballot: id("c0"), seat: id("f5") }]]);
});
