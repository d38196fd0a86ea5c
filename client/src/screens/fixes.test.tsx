import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { drawn, enter, freshDevice, page } from "../../testing/page.ts";
import { aCard, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { Fixes } from "./fixes.tsx";

const props = { run: aRun({ stage: "live" }), phase: aPhase({ kind: "fix", cards: ["fix"] }) };

test("a way round belongs to its worry, and stands under it", async () => {
  const line = freshDevice();
  const worry = aCard("f", { kind: "caution", text: "Loud", target: `card:${id("a")}` });
  const fix = aCard("d", { kind: "fix", text: "A quiet corner", target: `card:${id("f")}` });
  show({ cards: [aCard("a"), worry, fix] });
  render(<Fixes {...props} />);
  expect(screen.getAllByRole("heading").map((one) => one.textContent)).toEqual(["Idea a", "Ways round a worry"]);
  enter("How could we get round it?", "Curtains");
  await drawn();
  expect(line.all("AddCard")[0]?.fields).toMatchObject({ kind: "fix", target: `card:${id("f")}` });
});

test("no worries: nothing to get round", () => {
  freshDevice();
  show();
  render(<Fixes {...props} />);
  expect(page()).toContain("There are no worries to get round.");
});
