// Which of the two views of the board this device shows: the drawing board, or the list.
import { computed } from "@preact/signals";
import { choose, settings } from "./settings.ts";

export type BoardView = "board" | "list";

// Looked at once: a page that is turned or made narrower keeps its view, and with it the focus and what is open.
const PHONE = typeof matchMedia === "function" && matchMedia("(max-width: 479px)").matches;

/** The view: what was chosen on this device; else a page that begins narrow, as on a phone, has the list. */
export const boardView = computed<BoardView>(() => settings.value.view || (PHONE ? "list" : "board"));

/** Chooses a view; this device remembers it. */
export const chooseView = (view: BoardView): void => choose("view", view);
