// Where somebody was typing when the step went on: the same words keep the focus and the caret.

let left: { readonly draft: string; readonly start: number; readonly end: number } | null = null;

/** A box goes away. If somebody is typing in it, its place is remembered for the same draft. */
export function takeCaret(draft: string, box: HTMLTextAreaElement | null): void {
  if (box === null || document.activeElement !== box) return;
  left = { draft, start: box.selectionStart, end: box.selectionEnd };
}

/** The same draft in a new box: the caret goes on where it was. */
export function giveCaret(draft: string, box: HTMLTextAreaElement | null): void {
  if (box === null || left === null || left.draft !== draft) return;
  box.focus({ preventScroll: false });
  box.setSelectionRange(left.start, left.end);
  left = null;
}

let typedIn: Element | null = null;

/** Remembers the box that somebody types in; called when a box gets the focus. */
export function noteTyping(box: Element): void {
  typedIn = box;
}

/** The box that was typed in last and is still on the page, or null. */
export function lastTyped(): Element | null {
  return typedIn?.isConnected ? typedIn : null;
}
