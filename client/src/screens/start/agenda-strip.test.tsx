import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { aPhase } from "../../../testing/workshop.ts";
import { AgendaStrip } from "./agenda-strip.tsx";

test("each step is a piece as long as its minutes, and the strip is left out of what is read aloud", () => {
  const phases = [aPhase({ title: "Facts", minutes: 3, hat: "white" }), aPhase({ title: "Ideas", minutes: 9 })];
  const { container } = render(<AgendaStrip phases={phases} />);
  const pieces = [...container.querySelectorAll<HTMLElement>("[data-hat]")];
  expect(pieces.map((piece) => [piece.dataset.hat, piece.style.flexGrow])).toEqual([
    ["white", "3"],
    ["green", "9"],
  ]);
  expect(container.querySelector("[aria-hidden=true]")?.contains(pieces[0] ?? null)).toBe(true);
});
