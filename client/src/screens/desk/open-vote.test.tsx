import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aBallot, aRun, aSeat, id, showLed } from "../../../testing/workshop.ts";
import { OpenVote } from "./open-vote.tsx";

const run = aRun({ phase: 3, stage: "vote" });
const ballot = aBallot({ state: "open", seats: 2 });

test("an open vote shows no count to anybody, not even to those who lead", () => {
  listen();
  showLed({ run, ballot });
  const { container } = render(<OpenVote ballot={ballot} />);
  expect(container.textContent).toBe("Nobody sees a count before it closes, not even you.");
});

test("E11: whoever came later is let in by one press", () => {
  const asked = listen();
  showLed({ run, ballot, room: { seats: [aSeat("f5", "Dai")], waiting: [id("f5"), id("f9")] } });
  render(<OpenVote ballot={ballot} />);
  expect(screen.getAllByRole("button")).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Let Dai vote" }));
  expect(asked).toEqual([["LetIn", { ballot: id("b"), seat: id("f5") }]]);
});
