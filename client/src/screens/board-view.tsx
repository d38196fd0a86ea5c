// The board as a canvas with the step beside it, and the switch between it and the list.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Later } from "../lazy.tsx";
import { boardView, type BoardView as Chosen, chooseView } from "../own/view.ts";
import { Button } from "../parts/button.tsx";
import view from "../words/en-board-view.json";
import { words } from "../words/words.ts";
import "../style/board-view.css";

const v = words(view, "board-view");
const board = () => import("../canvas/board.tsx");
const PHONE = "(max-width: 479px)";
const VIEWS: readonly Chosen[] = ["board", "list"];

/** Two ways to see the same board; the device remembers which. */
export function ViewSwitch() {
  return (
    <fieldset class="views" aria-label={v("view")}>
      {VIEWS.map((one) => (
        <button
          type="button"
          class="view"
          key={one}
          aria-pressed={boardView.value === one}
          onClick={() => chooseView(one)}
        >
          {v(`view.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** The canvas, and what the step asks for beside it (wide) or beneath it (narrow); that can be folded away. */
export function BoardView({ children }: { children: ComponentChildren }) {
  // On a phone it begins folded: beneath it would leave the board no room.
  const [open, setOpen] = useState(() => !matchMedia(PHONE).matches);
  return (
    <div class="board-view">
      <div class="board-both">
        <div class="board-place">
          <Later load={board} />
        </div>
        <div class="board-panel" data-folded={open ? undefined : ""}>
          <div class="board-panel-top">
            <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              {v(open ? "step.hide" : "step.show")}
            </Button>
          </div>
          {/* It scrolls by itself: with the keys, too, where nothing in it can have the focus. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keys (WCAG 2.1.1) */}
          <section class="board-panel-in stack stack-l" hidden={!open} aria-label={v("step")} tabIndex={0}>
            {children}
          </section>
        </div>
      </div>
    </div>
  );
}
