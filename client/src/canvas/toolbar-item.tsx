// What can be done with drawings besides moving and painting them: their words, their size, a copy, and taking them away.
import { act } from "../own/undo.ts";
import { Button } from "../parts/button.tsx";
import type { ItemEntry } from "../protocol.gen.ts";
import { copiesOf } from "./clipboard.ts";
import { d } from "./ink-words.ts";
import { isLocked, tell } from "./moves.ts";
import { ShowPictures } from "./picture.tsx";
import { LINES, SHAPES, scaled } from "./shapes.ts";
import { wording } from "./texts.tsx";
import { itemOf, removeItems } from "./tools-draw.ts";

const STEP = 1.25;

async function resize(items: readonly ItemEntry[], by: number): Promise<void> {
  const replies = await act(
    "change",
    items.map((item) => ["ChangeItem", { id: item.id, ...scaled(item, by, by) }] as const),
  );
  const refused = replies.find((reply) => reply.status !== "ok");
  tell(refused && "say" in refused && refused.say ? refused.say : d(refused ? "undo.changed" : "done.changed"));
}

/** Buttons in the menu of things; nothing where no drawing is among them. `go` closes the menu first. */
export function ItemActions({ keys, go }: { keys: readonly string[]; go: (act: () => unknown) => void }) {
  const items = keys.filter((key) => !isLocked(key)).flatMap((key) => itemOf(key) ?? []);
  const [one] = items;
  if (one === undefined) return null;
  const sized = items.filter((item) => !(LINES.has(item.kind) && item.start !== "" && item.end !== ""));
  const words = one.kind === "text" || SHAPES.has(one.kind);
  return (
    <div class="stack stack-s">
      <ShowPictures items={items} />
      {items.length === 1 && (
        <Button
          wide
          onClick={() =>
            go(() => {
              wording.value = `item:${one.id}`;
            })
          }
        >
          {d(words ? "item.words" : "item.describe")}
        </Button>
      )}
      {sized.length > 0 && (
        <div class="row">
          <Button onClick={() => go(() => resize(sized, STEP))}>{d("item.larger")}</Button>
          <Button onClick={() => go(() => resize(sized, 1 / STEP))}>{d("item.smaller")}</Button>
        </div>
      )}
      <div class="row">
        <Button onClick={() => go(() => copiesOf(items))}>{d("item.duplicate")}</Button>
        <Button kind="danger" onClick={() => go(() => removeItems(items.map((item) => `item:${item.id}`)))}>
          {d("item.remove")}
        </Button>
      </div>
    </div>
  );
}
