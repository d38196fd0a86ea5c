import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { showDrawn } from "../../testing/items.ts";
import { drawn, freshDevice, press } from "../../testing/page.ts";
import { aWorld } from "../../testing/world.ts";
import { ownCards } from "../own/cards.ts";
import { PasteDialog } from "./clipboard-paste.tsx";

function paste(text: string): void {
  const clipboardData = { files: [], getData: (type: string) => (type === "text/plain" ? text : "") };
  const event = new Event("paste", { bubbles: true, cancelable: true });
  fireEvent(document.body, Object.assign(event, { clipboardData }));
}

test("lines that are pasted become cards only after a yes, unsigned as the step says", async () => {
  const line = freshDevice();
  showDrawn([], { run: { stage: "write" }, phase: { authorship: "unsigned" } });
  render(<PasteDialog on={aWorld()} />);
  paste("- Lifts\n- Tea");
  await drawn();
  expect(screen.getByText("Add 2 cards?")).toBeTruthy();
  expect(line.asked).toEqual([]);
  press("Add 2 cards");
  await drawn();
  expect(line.all("AddCard").map((one) => [one.fields.text, one.fields.signed])).toEqual([
    ["Lifts", ""],
    ["Tea", ""],
  ]);
  expect(ownCards.value.length).toBe(2);
});

test("where no cards are taken the words become a text on the board", async () => {
  const line = freshDevice();
  showDrawn([], { run: { stage: "read" } });
  render(<PasteDialog on={aWorld()} />);
  paste("Tea on Friday");
  await drawn();
  expect(line.asked[0]?.fields).toMatchObject({ kind: "text", text: "Tea on Friday" });
});
