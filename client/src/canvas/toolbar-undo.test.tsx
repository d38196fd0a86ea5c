import { fireEvent, render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { showDrawn } from "../../testing/items.ts";
import { button, drawn, freshDevice } from "../../testing/page.ts";
import { act } from "../own/undo.ts";
import { sentence } from "./moves.ts";
import { outcome, UndoButtons, wayOf } from "./toolbar-undo.tsx";
import { addItem } from "./tools-draw.ts";

test("the button takes back what was drawn, and says so", async () => {
  const line = freshDevice();
  showDrawn();
  render(<UndoButtons />);
  await addItem({ kind: "box", x: 0, y: 0, width: 30, height: 30 });
  fireEvent.click(button("Undo"));
  await drawn();
  expect(line.all("RemoveItem").length).toBe(1);
  expect(sentence.value).toBe("Undone: what you added.");
});

test("the keys do the same, but in a box of words they are the box's own", async () => {
  const line = freshDevice();
  showDrawn();
  render(
    <>
      <UndoButtons />
      <textarea />
    </>,
  );
  await act("draw", [["AddItem", { id: "a".repeat(32), run: "", kind: "box", x: 0, y: 0, width: 9, height: 9 }]]);
  const box = document.querySelector("textarea") as HTMLTextAreaElement;
  fireEvent.keyDown(box, { key: "z", ctrlKey: true });
  expect(line.all("RemoveItem").length).toBe(0);
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  await drawn();
  expect(line.all("RemoveItem").length).toBe(1);
});

test("ctrl with shift and z, or ctrl and y, does it again", () => {
  const key = (some: object) => wayOf(new KeyboardEvent("keydown", { ctrlKey: true, ...some }));
  expect([key({ key: "Z", shiftKey: true }), key({ key: "y" }), key({ key: "x" })]).toEqual(["redo", "redo", null]);
});

test("what somebody changed since is said kindly", () => {
  expect(outcome("undo", { kind: "changed", name: "move", say: "" })).toBe(
    "Someone changed this since. It stays as it is.",
  );
});
