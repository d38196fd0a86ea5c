import { render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { freshDevice } from "../../testing/page.ts";
import { aCard, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { justShown, Read } from "./read.tsx";

beforeEach(() => {
  freshDevice();
  show({
    head: { phases: [aPhase({ cards: ["fact", "gap"] }), aPhase({ kind: "reveal", cards: [] })] },
    run: { phase: 1, stage: "read" },
    runs: [aRun({ id: id("7"), phase: 0, open: false, revealed: true })],
    cards: [aCard("a", { kind: "idea" }), aCard("d", { kind: "fact", run: id("7"), text: "The last bus" })],
  });
});

test("what was just shown stands first, the rest is folded", () => {
  expect(justShown(1)).toEqual(["fact", "gap"]);
  render(<Read run={aRun({ phase: 1, stage: "read" })} phase={aPhase({ kind: "reveal", cards: [] })} />);
  expect(screen.getAllByRole("heading")[0]?.textContent).toBe("Facts");
  expect(document.querySelector("summary")?.textContent).toBe("Also on the board: ideas");
});
