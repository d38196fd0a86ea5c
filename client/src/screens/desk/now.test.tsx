import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aCard, aPhase, id, PHASES, showLed } from "../../../testing/workshop.ts";
import { NowPanel } from "./now.tsx";

const cards = [aCard("a", { text: "Tea on the pier" }), aCard("c", { text: "Lift club" })];
const tied = [`card:${id("a")}`, `card:${id("c")}`];

test.each([
  ["a vote that has not opened", { phase: 3, stage: "vote" }, { state: "draft" }, "Before the vote"],
  ["an open vote", { phase: 3, stage: "vote" }, { state: "open" }, "The vote is open"],
  ["a tie", { phase: 3, stage: "result" }, { state: "closed", tied }, "Too close to call"],
] as const)("%s puts what it needs before those who lead", (_name, run, ballot, title) => {
  listen();
  showLed({ run, ballot, cards });
  render(<NowPanel />);
  expect(screen.getByRole("region", { name: title })).toBeTruthy();
});

test("picks bring the short list, where a vote follows", () => {
  listen();
  const phases = [aPhase({ title: "Pull", kind: "feel", ballot: "pick3" }), ...PHASES];
  showLed({ head: { phases }, run: { stage: "result" }, ballot: { method: "picks", state: "closed" }, cards });
  render(<NowPanel />);
  expect(screen.getByRole("region", { name: "Short list" })).toBeTruthy();
});

test("most steps ask for nothing, and nothing is shown", () => {
  listen();
  showLed({ cards });
  const { container } = render(<NowPanel />);
  expect(container.innerHTML).toBe("");
});
