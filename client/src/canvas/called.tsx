// Somebody who leads asks all to look at one place: the board goes there, unless its person is in the middle of something.
import { useEffect, useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { Button } from "../parts/button.tsx";
import { workshop } from "../workshop.ts";
import type { Rect } from "./boxes.ts";
import { h } from "./call-words.ts";
import { onCalls } from "./calls.ts";
import type { Camera } from "./camera.ts";
import { held } from "./holding.ts";
import type { World } from "./world.ts";
import "../style/called.css";

const BUSY = "input:not([type=checkbox]):not([type=radio]), textarea, select, dialog[open] *";

/** Whether this person writes, holds something or draws: then nothing moves by itself. */
function isBusy(on: World): boolean {
  return held.peek().size > 0 || on.tool.peek() !== null || (document.activeElement?.matches(BUSY) ?? false);
}

interface Call {
  readonly place: Rect;
  /** Where this board looked before it went there; null while it has not. */
  readonly before: Camera | null;
  /** The step in which it was asked: it is over with it. */
  readonly run: string;
}

/** What was asked, and how to go there or back. The focus stays where it is. */
export function Called({ on }: { on: World }) {
  const [asked, setAsked] = useState<Call | null>(null);
  const at = workshop.value?.run ?? "";
  useEffect(
    () =>
      onCalls((place) => {
        const run = workshop.peek()?.run ?? "";
        if (isBusy(on)) {
          setAsked({ place, before: null, run });
          announce(h("here.offer"), "phases");
          return;
        }
        const before = on.camera();
        on.show(place);
        setAsked({ place, before, run });
        announce(h("here.moved"), "phases");
      }),
    [on],
  );
  if (asked === null || asked.run !== at) return null;
  const { place, before } = asked;
  const leave = (act: () => void) => () => {
    setAsked(null);
    act();
  };
  return (
    <aside class="called" data-own-pointer aria-label={h("here.call")}>
      <p>{h(before === null ? "here.offer" : "here.moved")}</p>
      <div class="row">
        {before === null ? (
          <>
            <Button kind="main" onClick={leave(() => on.show(place))}>
              {h("here.go")}
            </Button>
            <Button onClick={leave(() => {})}>{h("here.stay")}</Button>
          </>
        ) : (
          <>
            <Button onClick={leave(() => on.look(before))}>{h("here.back")}</Button>
            <Button onClick={leave(() => {})}>{h("here.stay")}</Button>
          </>
        )}
      </div>
    </aside>
  );
}
