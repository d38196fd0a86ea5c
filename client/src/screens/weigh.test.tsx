import { render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { drawn, enter, freshDevice, page, press } from "../../testing/page.ts";
import { aCard, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { Cautions, OtherCautions, Weigh } from "./weigh.tsx";

let line: TestLine;
const ideas = [aCard("a"), aCard("c")];
const phase = aPhase({ kind: "weigh", cards: ["benefit"] });
const title = () => screen.getByRole("heading", { level: 2 }).textContent;

beforeEach(() => {
  line = freshDevice();
  show({ phase, cards: ideas });
});

test("one idea at a time, round and round", async () => {
  render(<Weigh run={aRun()} phase={phase} />);
  expect([title(), page().includes("Idea 1 of 2")]).toEqual(["Idea a", true]);
  press("Next idea");
  await drawn();
  expect(title()).toBe("Idea c");
  press("Next idea");
  await drawn();
  expect(title()).toBe("Idea a");
});

test("a benefit belongs to the idea that is shown, and each idea has its own draft", async () => {
  render(<Weigh run={aRun()} phase={phase} />);
  press("Next idea");
  await drawn();
  enter("What is good about it, and why?", "Warm");
  await drawn();
  expect(line.all("AddCard")[0]?.fields).toMatchObject({ kind: "benefit", target: `card:${id("c")}` });
  expect(page()).toContain("Warm");
  press("Previous");
  await drawn();
  expect(page()).not.toContain("Warm");
});

test("with no idea there is nothing to weigh, and the page says so", () => {
  show({ phase });
  render(<Weigh run={aRun()} phase={phase} />);
  expect(page()).toContain("There are no ideas to look at yet.");
});

test("cautions stand beside the benefits of their idea; those about the whole topic stand apart", () => {
  const topic = aCard("e", { kind: "caution", text: "Not enough time" });
  const loud = aCard("f", { kind: "caution", text: "Loud", target: `card:${id("a")}` });
  show({ cards: [...ideas, topic, loud] });
  render(<Cautions run={aRun({ stage: "live" })} phase={aPhase({ kind: "caution", cards: ["caution"] })} />);
  expect(page()).toContain("Loud");
  const { container } = render(<OtherCautions />);
  expect(container.textContent).toContain("Not enough time");
  expect(container.textContent).not.toContain("Loud");
});
