// What is drawn on the board, as a list: read, described, put beside a card, taken away, and added to, without a pointer.
import { useState } from "preact/hooks";
import { CalledInList } from "../canvas/called-list.tsx";
import { d, itemSaid, nameOf } from "../canvas/ink-words.ts";
import { canArrange } from "../canvas/may.ts";
import { isLocked, tell } from "../canvas/moves.ts";
import { spotOf } from "../canvas/order.ts";
import { Picture } from "../canvas/picture.tsx";
import { AddPicture } from "../canvas/picture-dialog.tsx";
import { LINES, SHAPES } from "../canvas/shapes.ts";
import { layout, shown } from "../canvas/shown.ts";
import { ItemWords } from "../canvas/texts.tsx";
import { AddItemDialog, besidePlace, ThingPick } from "../canvas/texts-add.tsx";
import { step, UndoButtons } from "../canvas/toolbar-undo.tsx";
import { itemOf, removed, removeItems } from "../canvas/tools-draw.ts";
import { act } from "../own/undo.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { OutlineSection } from "../parts/outline.tsx";
import type { ItemEntry } from "../protocol.gen.ts";
import "../style/drawing.css";
import "../style/drawing-tools.css";

/** Puts an item beside a card, a group or another item. */
async function moveNear(key: string, to: string): Promise<void> {
  const width = layout.peek().rects.get(key)?.width ?? 0;
  const { x, y } = besidePlace(layout.peek(), to, width);
  const [reply] = await act("move", [["Place", { what: key, placed: true, x: Math.round(x), y: Math.round(y) }]]);
  if (reply?.status === "ok") tell(d("near.done", { card: nameOf(shown.peek(), to) }));
  else tell(reply && "say" in reply && reply.say ? reply.say : d("undo.changed"));
}

function MoveNear({ at, onClose }: { at: string; onClose: () => void }) {
  const [to, setTo] = useState("");
  return (
    <Dialog open sheet title={d("near.title")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (to === "") return;
          onClose();
          void moveNear(at, to);
        }}
      >
        <ThingPick label={d("near.label")} none={d("add.pick")} value={to} onPick={setTo} />
        <div class="row">
          <Button kind="main" submit>
            {d("near.go")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type Asking = "words" | "near";

function Line({ item, onAsk }: { item: ItemEntry; onAsk: (what: Asking) => void }) {
  const key = `item:${item.id}`;
  const words = item.kind === "text" || SHAPES.has(item.kind);
  const bare = item.text === "" && !LINES.has(item.kind) && !SHAPES.has(item.kind);
  const tied = item.start !== "" && item.end !== "";
  const free = canArrange.value && !isLocked(key);
  const what = nameOf(shown.value, key);
  const named = (act: string) => d("list.what", { act, what });
  const colour = spotOf(shown.value, item.id)?.colour ?? "";
  return (
    <li class="card stack stack-s drawing-line" data-colour={colour}>
      <p dir="auto">{itemSaid(shown.value, item)}</p>
      {item.kind === "picture" && <Picture item={item} saidAbove />}
      {bare && <p class="small muted">{d("list.undescribed")}</p>}
      {free && (
        <div class="row">
          <Button aria-label={named(d(words ? "item.words" : "item.describe"))} onClick={() => onAsk("words")}>
            {d(words ? "item.words" : "item.describe")}
          </Button>
          {!tied && (
            <Button aria-label={named(d("list.near"))} onClick={() => onAsk("near")}>
              {d("list.near")}
            </Button>
          )}
          <Button kind="danger" aria-label={named(d("list.remove"))} onClick={() => void removeItems([key])}>
            {d("list.remove")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** The section of the list for all that is drawn; nothing where there is nothing and nothing can be added. */
export default function Drawings() {
  const [asking, setAsking] = useState<{ readonly what: Asking; readonly key: string } | null>(null);
  const [adding, setAdding] = useState(false);
  const items = layout.value.order.flatMap((key) => itemOf(key) ?? []);
  if (items.length === 0 && !canArrange.value) return null;
  const close = () => setAsking(null);
  return (
    <div class="stack">
      <CalledInList />
      <OutlineSection title={d("list.title")}>
        {items.map((item) => (
          <Line key={item.id} item={item} onAsk={(what) => setAsking({ what, key: `item:${item.id}` })} />
        ))}
      </OutlineSection>
      {items.length === 0 && <p class="muted">{d("list.none")}</p>}
      {canArrange.value && removed.value && (
        <div class="ink-toast row">
          <span>{d("removed.toast", { count: removed.value.count })}</span>
          <Button onClick={() => void step("undo")}>{d("removed.undo")}</Button>
        </div>
      )}
      {canArrange.value && (
        <div class="row">
          <Button onClick={() => setAdding(true)}>{d("list.add")}</Button>
          <AddPicture />
          <UndoButtons />
        </div>
      )}
      {asking?.what === "words" && <ItemWords at={asking.key} onClose={close} />}
      {asking?.what === "near" && <MoveNear at={asking.key} onClose={close} />}
      {adding && <AddItemDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
