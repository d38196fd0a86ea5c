// Undo and "do it again", as buttons and as keys, for one's own acts on the board; the same beside the list.
import { useEffect } from "preact/hooks";
import { writing } from "../own/kept.ts";
import { redo, redoable, type Undone, undo, undoable } from "../own/undo.ts";
import { d } from "./ink-words.ts";
import { tell } from "./moves.ts";
import { TOOL_ICONS } from "./toolbar-icons.tsx";
import { removed } from "./tools-draw.ts";

type Way = "undo" | "redo";

/** What came of it, as a sentence. */
export function outcome(way: Way, { kind, name, say }: Undone): string {
  if (kind === "refused") return say;
  if (kind === "nothing") return d(way === "undo" ? "undo.nothing" : "undo.nothing_redo");
  if (kind === "changed" || kind === "part") return d(`undo.${kind}`);
  return d(way === "undo" ? `undo.undone.${name}` : `undo.redone.${name}`);
}

/** Goes one step back or on, and says what came of it. */
export async function step(way: Way): Promise<void> {
  removed.value = null;
  tell(outcome(way, await (way === "undo" ? undo() : redo())));
}

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

/** Ctrl+Z and Ctrl+Shift+Z, or Ctrl+Y; in a box of words they are that box's own. */
export function wayOf(event: KeyboardEvent): Way | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest(`${TYPING}, dialog[open]`)) return null;
  const key = event.key.toLowerCase();
  if (key === "y" && !event.shiftKey) return "redo";
  return key === "z" ? (event.shiftKey ? "redo" : "undo") : null;
}

export function UndoButtons() {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const way = wayOf(event);
      if (way === null || !writing.peek()) return;
      event.preventDefault();
      void step(way);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
  const button = (way: Way, some: boolean) => (
    <button
      type="button"
      class="tool"
      aria-label={d(`undo.${way}`)}
      title={d(`undo.${way}`)}
      aria-disabled={!some}
      onClick={() => void step(way)}
    >
      {TOOL_ICONS[way]}
    </button>
  );
  return (
    <span class="tool-pair">
      {button("undo", undoable.value.length > 0)}
      {button("redo", redoable.value.length > 0)}
    </span>
  );
}
