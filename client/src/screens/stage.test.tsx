import { render, screen, waitFor } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { box, drawn, freshDevice, page, type } from "../../testing/page.ts";
import { aBallot, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { writing } from "../own/kept.ts";
import { Check } from "./check.tsx";
import { Close } from "./close.tsx";
import { Fixes } from "./fixes.tsx";
import { Group } from "./group.tsx";
import { Read } from "./read.tsx";
import { Result } from "./result.tsx";
import { Stage, screenFor } from "./stage.tsx";
import { Vote } from "./vote.tsx";
import { Cautions, Weigh } from "./weigh.tsx";
import { Write } from "./write.tsx";

beforeEach(() => {
  freshDevice();
});

test("each step has its screen", () => {
  const at = (stage: "write" | "live" | "read" | "check" | "vote" | "result", some = {}) =>
    screenFor(aRun({ stage }), aPhase(some));
  expect(at("write")).toBe(Write);
  expect(at("read", { kind: "reveal" })).toBe(Read);
  expect(at("live", { kind: "group", cards: ["theme"] })).toBe(Group);
  expect(at("vote", { kind: "feel" })).toBe(Vote);
  expect(at("result", { kind: "vote" })).toBe(Result);
  expect(at("write", { kind: "weigh" })).toBe(Weigh);
  expect(at("check", { kind: "caution" })).toBe(Check);
  expect(at("live", { kind: "caution" })).toBe(Cautions);
  expect(at("live", { kind: "fix" })).toBe(Fixes);
  expect(at("live", { kind: "close" })).toBe(Close);
});

test("the band says the step, the way of thinking and the prompt, under one h1", () => {
  show({ run: { round: 2 } });
  render(<Stage />);
  expect(screen.getAllByRole("heading", { level: 1 }).map((one) => one.textContent)).toEqual(["Ideas"]);
  expect(page()).toContain("Step 1 of 1 · round 2");
  expect(page()).toContain("Write every idea you have.");
});

test("a vote after a tie is called one more vote, and not a round", () => {
  show({ run: { stage: "vote", round: 2 }, ballot: aBallot({ run_off: true }) });
  render(<Stage />);
  expect(page()).toContain("Step 1 of 1 · one more vote");
});

test("a result stands under its own heading, and nobody is asked to choose any more", () => {
  show({
    phase: { title: "What pulls you", kind: "vote", prompt: "Choose three that pull you.", cards: [] },
    run: { stage: "result" },
    ballot: aBallot({ state: "closed" }),
  });
  render(<Stage />);
  expect(screen.getByRole("heading", { level: 2, name: "The result" })).toBeTruthy();
  expect(page()).not.toContain("Choose three");
});

test("a new step gives its heading the focus", async () => {
  show();
  render(<Stage />);
  show({ run: { id: id("3"), stage: "read" }, phase: { title: "Read", cards: [], kind: "reveal" } });
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Read"));
});

test("E02: who is typing when the step goes on keeps the focus and the words", async () => {
  show();
  render(<Stage />);
  box("Your idea").focus();
  type("Your idea", "Half a thought");
  await drawn();
  show({
    run: { id: id("3"), stage: "read" },
    phase: { title: "Read", cards: [], kind: "reveal" },
    runs: [aRun({ open: false, revealed: true })],
  });
  await drawn();
  expect(document.activeElement).toBe(box("Your words, not shown to anyone"));
  expect(box("Your words, not shown to anyone").value).toBe("Half a thought");
});

test("before the start there is the waiting room, after the end the goodbye", async () => {
  show({ head: { state: "waiting", run: "" } });
  const first = render(<Stage />);
  expect(page()).toContain("We start soon");
  first.unmount();
  show({ head: { state: "ended", run: "" } });
  render(<Stage />);
  await vi.waitFor(() => expect(page()).toContain("Take it home"), { timeout: 5000 });
});

test("E13: a tab that only reads says so above the step", () => {
  show();
  writing.value = false;
  render(<Stage />);
  expect(page()).toContain("You are writing in another tab");
});

test("a vote that is about to close counts down", () => {
  show({ more: { clock: { ends_at: 0, paused: false, left: 0, closing_at: performance.now() + 1e12, version: 0 } } });
  render(<Stage />);
  expect(page()).toContain("The vote closes in");
});
