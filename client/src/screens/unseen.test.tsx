import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { drawn, freshDevice, page, press } from "../../testing/page.ts";
import { aCard, id, show } from "../../testing/workshop.ts";
import { addOwnCard, ownCards, rewriteOwnCard } from "../own/cards.ts";
import { drafts, keepDraft } from "../own/drafts.ts";
import { Unseen } from "./unseen.tsx";

const IDEA = { run: id("1"), kind: "idea", text: "Never shown", signed: "", target: "" } as const;

let line: TestLine;

beforeEach(() => {
  line = freshDevice();
  show({ head: { state: "ended", run: "" } });
});

test("E28, E29: words that nobody saw are offered to their writer alone, to keep or to delete", async () => {
  addOwnCard("w", IDEA);
  keepDraft(id("2"), "worry", "Half a worry", "caution");
  render(<Unseen />);
  expect(page()).toContain("Never shown");
  expect(page()).toContain("Half a worry");
  press("Delete them");
  await drawn();
  expect([ownCards.value, drafts.value, page()]).toEqual([[], {}, ""]);
});

test("E28: kept words stay on the device", async () => {
  addOwnCard("w", IDEA);
  render(<Unseen />);
  press("Keep them here");
  await drawn();
  expect(page()).toContain("They stay on this device, for you only.");
  expect(ownCards.value).toHaveLength(1);
});

test("what everybody saw is not offered, and its key stays", () => {
  const own = addOwnCard("w", IDEA);
  show({ head: { state: "ended", run: "" }, cards: [{ ...aCard("a"), id: own.id }] });
  expect(render(<Unseen />).container.textContent).toBe("");
});

test("a change that was not taken is offered, too, and deleting it leaves the card as it was shown", async () => {
  const own = addOwnCard("w", IDEA);
  line.obliging = false;
  rewriteOwnCard(own, "New words");
  line.asked.at(-1)?.answer({ status: "refused", code: "run_over", say: "Over." });
  show({ head: { state: "ended", run: "" }, cards: [{ ...aCard("a"), id: own.id }] });
  render(<Unseen />);
  expect(page()).toContain("New words");
  press("Delete them");
  await drawn();
  expect([page(), ownCards.value.length]).toEqual(["", 1]);
});
