import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { drawn, freshDevice, page } from "../../testing/page.ts";
import { aCard, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { addOwnCard, ownCards } from "../own/cards.ts";
import { keepDraft } from "../own/drafts.ts";
import { Live } from "./live.tsx";

const run = aRun({ stage: "live" });
const IDEA = { run: id("1"), kind: "idea", text: "A supper", signed: "", target: "" } as const;

beforeEach(() => {
  freshDevice();
  show({ run: { stage: "live" } });
});

test("a card that the others do not see yet is said to come in a moment", async () => {
  addOwnCard("w", IDEA);
  render(<Live run={run} phase={aPhase()} />);
  expect(page()).toContain("The others see it in a moment");
  show({ run: { stage: "live" }, cards: [{ ...aCard("a"), id: ownCards.value[0]?.id ?? "" }] });
  await drawn();
  expect(page()).not.toContain("The others see it in a moment");
});

test("in a step for reading the board stands first, and writing is one tap away", () => {
  show({ run: { stage: "live" }, cards: [aCard("a")] });
  render(<Live run={run} phase={aPhase({ kind: "reveal" })} />);
  const folded = document.querySelector("details");
  expect(folded?.querySelector("summary")?.textContent).toBe("Add what they spark");
  expect(folded?.open).toBe(false);
  expect(page()).toContain("Next unread");
});

test("words that wait there keep it open", () => {
  keepDraft(id("1"), "card", "half", "idea");
  render(<Live run={run} phase={aPhase({ kind: "reveal" })} />);
  expect(document.querySelector("details")?.open).toBe(true);
});
