import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { box, drawn, freshDevice, page, press } from "../../testing/page.ts";
import { id, show } from "../../testing/workshop.ts";
import { addOwnCard, ownCards } from "../own/cards.ts";
import { drafts, keepDraft } from "../own/drafts.ts";
import { ownSeat } from "../own/seat.ts";
import Goodbye from "./goodbye.tsx";

const ended = { state: "ended", run: "" } as const;

beforeEach(() => {
  freshDevice();
});

test("one takes home the decisions, the actions and the files", () => {
  show({
    head: ended,
    more: {
      [`decision:${id("d")}`]: { id: id("d"), text: "We start", options: [], version: 0 },
      [`action:${id("e")}`]: { id: id("e"), text: "Ask", owner: "Ana", due: "", status: "open", versions: {} },
    },
  });
  render(<Goodbye />);
  for (const words of ["We start", "Ask (Ana, no date yet)", "Plan for Word"]) expect(page()).toContain(words);
});

test("where the agenda keeps the files with the facilitator, people are told whom to ask", () => {
  show({ head: { ...ended, participants_may_export: false } });
  render(<Goodbye />);
  expect(page()).not.toContain("Plan for Word");
  expect(page()).toContain("Please ask.");
});

test("everything on this device is deleted in two steps", async () => {
  show({ head: ended });
  addOwnCard("w", { run: id("1"), kind: "idea", text: "x", signed: "", target: "" });
  render(<Goodbye />);
  press("Delete everything on this device");
  await drawn();
  expect(ownCards.value).toHaveLength(1);
  press("Yes, delete");
  await drawn();
  expect([ownCards.value, ownSeat.value]).toEqual([[], null]);
});

test("every word that was typed and not sent is shown after the end, to copy and to delete", async () => {
  show({ head: ended });
  keepDraft(id("1"), "decision", "We start");
  keepDraft(id("1"), `edit:${id("c")}`, "Better words");
  render(<Goodbye />);
  expect(box("Your words that were not sent, to copy").value).toBe("We start\n\nBetter words");
  press("Delete them");
  await drawn();
  expect([drafts.value, page().includes("Better words")]).toEqual([{}, false]);
});
