import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { ballotEntry, id, listen, runEntry, seatEntry, show } from "../../../testing/workshop.ts";
import { OpenVote } from "./open-vote.tsx";

const run = runEntry({ phase: 3, stage: "vote" });
const ballot = ballotEntry({ state: "open", seats: 2 });

test("an open vote shows no count to anybody, not even to those who lead", () => {
  listen();
  show({ run, ballot });
  const { container } = render(<OpenVote ballot={ballot} />);
  expect(container.textContent).toBe("Nobody sees a count before it closes, not even you.");
});

test("E11: whoever came later is let in by one press", () => {
  const asked = listen();
  show({ run, ballot, room: { seats: [seatEntry("f5", "Dai")], waiting: [id("f5"), id("f9")] } });
  render(<OpenVote ballot={ballot} />);
  expect(screen.getAllByRole("button")).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Let Dai vote" }));
  expect(asked).toEqual([["LetIn", { ballot: id("c0"), seat: id("f5") }]]);
});
