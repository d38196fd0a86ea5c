import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { RunSheet, type Step } from "./run-sheet.tsx";

const steps: Step[] = [
  { title: "Facts", hat: "white", minutes: "6 min", state: "done", say: "done" },
  { title: "Ideas", hat: "green", minutes: "8 min", state: "now", say: "now", note: "unsigned" },
  { title: "Reading", hat: "blue", minutes: "4 min", state: "next", say: "later" },
];

test("the agenda is read from top to bottom, with what is done and where we are in words", () => {
  render(<RunSheet steps={steps} label="Agenda" />);
  const lines = [...screen.getByRole("list", { name: "Agenda" }).children].map((line) => line.textContent);
  expect(lines).toEqual(["Facts done6 min", "Ideas now · unsigned8 min", "Reading later4 min"]);
});

test("only the step that runs is marked as the current one", () => {
  render(<RunSheet steps={steps} label="Agenda" />);
  const current = screen.getAllByRole("listitem").map((line) => line.getAttribute("aria-current"));
  expect(current).toEqual([null, "step", null]);
});
