// The board itself: a box with the world in it, what hears pointers and keys, and what stands around it.
import { effect, useSignalEffect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { entries } from "../workshop.ts";
import { drawSheets } from "./backgrounds.ts";
import { BoardBar } from "./board-bar.tsx";
import { Called } from "./called.tsx";
import { dropBack } from "./carry.ts";
import { choose, chosen, current } from "./chosen.ts";
import { ChosenBar } from "./chosen-bar.tsx";
import { drawPieces } from "./drawn.ts";
import { drawFar } from "./far.ts";
import { Find } from "./find.tsx";
import { found } from "./finding.ts";
import { hearGestures } from "./gestures.ts";
import { handOf, lasso } from "./hand.ts";
import { drawInk } from "./ink.ts";
import { focusOn, goTo, hearKey, here } from "./keys.ts";
import { canArrange } from "./may.ts";
import { sentence } from "./moves.ts";
import { drawPictures } from "./picture.tsx";
import { showMoments } from "./pointer.ts";
import { layout, shown } from "./shown.ts";
import { ThingMenu } from "./thing-menu.tsx";
import { Drawing } from "./toolbar.tsx";
import { c } from "./words.ts";
import { openWorld, type World, world } from "./world.ts";
import "../style/canvas.css";
import "../style/canvas-pieces.css";

/** The box that is drawn around things with shift held down. */
function Lasso({ on }: { on: World }) {
  const box = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const rect = lasso.value;
    if (!box.current) return;
    box.current.hidden = rect === null;
    if (rect === null) return;
    const { x, y } = on.toScreen(rect.x, rect.y);
    const { scale } = on.camera();
    box.current.style.transform = `translate(${x}px, ${y}px)`;
    box.current.style.inlineSize = `${rect.width * scale}px`;
    box.current.style.blockSize = `${rect.height * scale}px`;
  });
  return <div class="lasso" ref={box} hidden />;
}

/** A thing with the focus that is taken away hands the focus to the board, so that the keys still work. */
function useFocusKept(on: World | null): void {
  const before = useRef("");
  useEffect(() => {
    if (on === null) return;
    const note = () => {
      before.current = document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset.key ?? "";
    };
    on.box.addEventListener("focusin", note);
    on.box.addEventListener("focusout", note);
    return () => {
      on.box.removeEventListener("focusin", note);
      on.box.removeEventListener("focusout", note);
    };
  }, [on]);
  useEffect(() => {
    if (on === null) return;
    return effect(() => {
      if (before.current === "" || shown.value.has(before.current)) return;
      before.current = "";
      requestAnimationFrame(() => document.activeElement === document.body && focusOn(on, here(on)));
    });
  }, [on]);
}

/** The first thing that the Tab key comes to is always there, and never moves the camera by itself. */
function useEntrance(on: World | null): void {
  useEffect(() => {
    if (on === null) return;
    return effect(() => {
      if (!entries.value.has(current.peek())) current.value = here(on);
    });
  }, [on]);
}

export default function Board() {
  const box = useRef<HTMLDivElement>(null);
  const [on, setOn] = useState<World | null>(null);
  const [open, setOpen] = useState("");
  const [finding, setFinding] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    const made = openWorld(box.current);
    const ends = [
      drawPieces(made),
      drawSheets(made),
      drawInk(made),
      drawPictures(made),
      showMoments(made),
      drawFar(made),
      hearGestures(made, handOf(made, setOpen)),
    ];
    setOn(made);
    return () => {
      dropBack();
      for (const end of ends) end();
      made.close();
    };
  }, []);
  useFocusKept(on);
  useEntrance(on);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const inside = event.target === box.current || (event.target as Element).closest?.("[data-key]");
      if (!inside || on === null) return;
      if (hearKey(on, event, { open: setOpen, find: () => setFinding(true) })) event.preventDefault();
    };
    const at = box.current;
    at?.addEventListener("keydown", hear);
    return () => at?.removeEventListener("keydown", hear);
  }, [on]);
  const empty = layout.value.order.length === 0;
  const close = () => {
    const key = open;
    setOpen("");
    if (world.peek()) requestAnimationFrame(() => on && key && focusOn(on, key));
  };
  return (
    <div class="canvas-frame">
      <p class="visually-hidden" id="board-how">
        {c("board.how")}
      </p>
      <div
        class="canvas"
        ref={box}
        role="application"
        aria-label={c("board")}
        aria-describedby="board-how"
        tabIndex={empty ? 0 : -1}
        data-looking={canArrange.value ? undefined : ""}
      >
        {on && <Lasso on={on} />}
      </div>
      {empty && <p class="canvas-empty muted">{c("board.empty")}</p>}
      {on && chosen.value.size > 0 && <ChosenBar on={on} onMenu={setOpen} />}
      <div class="canvas-foot">
        <p class="canvas-said small" data-empty={sentence.value === "" ? "" : undefined}>
          {sentence.value}
        </p>
        {on && <Drawing on={on} />}
        {on && <BoardBar on={on} onFind={() => setFinding(true)} />}
      </div>
      {on && <Called on={on} />}
      {on && open && <ThingMenu on={on} at={open} onClose={close} />}
      {on && finding && (
        <Find
          onGo={(key) => {
            choose([key]);
            goTo(on, key);
          }}
          onClose={() => {
            found.value = new Set();
            setFinding(false);
          }}
        />
      )}
    </div>
  );
}
