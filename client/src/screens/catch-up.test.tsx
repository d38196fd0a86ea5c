import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { freshDevice, page, press } from "../../testing/page.ts";
import { aCard, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { caughtUp } from "../own/seat.ts";
import { CatchUp, focusQuestion, mustCatchUp } from "./catch-up.tsx";

beforeEach(() => {
  freshDevice();
});

const later = (cards: ReturnType<typeof aCard>[] = []) =>
  show({
    head: { phases: [aPhase(), aPhase({ title: "What pulls you" })] },
    run: { phase: 1, stage: "vote" },
    runs: [aRun({ id: id("7") })],
    cards,
  });

test("E10: who comes late sees one page first: the question, the step, what counts now", () => {
  later([aCard("d", { kind: "question", text: "How might we bring people together?" })]);
  expect(mustCatchUp()).toBe(true);
  render(<CatchUp />);
  for (const words of [
    "How might we bring people together?",
    "Step 2 of 2: What pulls you",
    "What people write now is shown to nobody yet",
  ]) {
    expect(page()).toContain(words);
  }
  press("Join in");
  expect([caughtUp.value, mustCatchUp()]).toEqual([true, false]);
});

test("without a question card the purpose stands for it", () => {
  later();
  expect(focusQuestion()).toBe("From a local problem to one chosen idea");
});

test("who was there before the start, or comes in the first step, has nothing to catch up on", () => {
  show({ head: { state: "waiting", run: "" } });
  expect(mustCatchUp()).toBe(false);
  show();
  expect(mustCatchUp()).toBe(false);
});
