import { afterEach, expect, test } from "vitest";
import { giveCaret, lastTyped, noteTyping, takeCaret } from "./caret.ts";

function area(text: string): HTMLTextAreaElement {
  const box = document.createElement("textarea");
  box.value = text;
  document.body.append(box);
  return box;
}

afterEach(() => document.body.replaceChildren());

test("E02: whoever is typing when the step goes on types on at the same place", () => {
  const before = area("half a thought");
  before.focus();
  before.setSelectionRange(4, 6);
  takeCaret("run/card", before);
  before.remove();
  const after = area("half a thought");
  giveCaret("run/card", after);
  expect(document.activeElement).toBe(after);
  expect([after.selectionStart, after.selectionEnd]).toEqual([4, 6]);
});

test("a box in which nobody types leaves the focus alone", () => {
  takeCaret("run/other", area("words"));
  const after = area("words");
  giveCaret("run/other", after);
  expect(document.activeElement).not.toBe(after);
});

test("the box that was typed in last is known while it is on the page", () => {
  const typed = area("a");
  noteTyping(typed);
  expect(lastTyped()).toBe(typed);
  typed.remove();
  expect(lastTyped()).toBeNull();
});
