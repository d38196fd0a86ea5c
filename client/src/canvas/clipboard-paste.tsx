// The clipboard's keys on the board. Words that are pasted become cards of the step, and it asks first.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { addOwnCard } from "../own/cards.ts";
import { writing } from "../own/kept.ts";
import { ownSeat } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
import { Choice, Choices } from "../parts/choice.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Notice } from "../parts/notice.tsx";
import type { CardKind } from "../protocol.gen.ts";
import { kindName, NOT_CARDS } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { phase, run, takes, workshop } from "../workshop.ts";
import { chosen, current } from "./chosen.ts";
import { addCopies, cardsOf, copied, DRAWINGS, drawingsOf, MOST_CARDS, type Pasted } from "./clipboard.ts";
import { d } from "./ink-words.ts";
import { canArrange } from "./may.ts";
import { tell } from "./moves.ts";
import { textSize } from "./shapes.ts";
import { layout, shown } from "./shown.ts";
import { addItem, removeItems } from "./tools-draw.ts";
import type { World } from "./world.ts";

/** What was pasted and waits for a yes, or null. */
export const pasted = signal<Pasted | null>(null);

/** The kinds of cards that can be added now. */
export function kindsNow(): readonly CardKind[] {
  const kinds = phase.value?.cards.filter((kind) => !NOT_CARDS.has(kind)) ?? [];
  return kinds.filter((kind) => takes(run.value, phase.value, kind));
}

/** Adds the cards as the composer does: unsigned unless the step says who writes. */
function addCards(cards: readonly string[], kind: CardKind): void {
  const signed = phase.peek()?.authorship === "signed" ? (ownSeat.peek()?.name.trim() ?? "") : "";
  if (phase.peek()?.authorship === "signed" && signed === "") {
    tell(t("write.name_needed"));
    return;
  }
  for (const text of cards) {
    addOwnCard(workshop.peek()?.id ?? "", { run: run.peek()?.id ?? "", kind, text, signed, target: "" });
  }
  tell(d("paste.done", { count: cards.length }));
}

function Asking({ what, onClose }: { what: Pasted; onClose: () => void }) {
  const kinds = kindsNow();
  const [kind, setKind] = useState<CardKind>(kinds[0] ?? "note");
  const count = what.cards.length;
  return (
    <Dialog open sheet title={d("paste.title", { count })} onClose={onClose}>
      <div class="stack">
        {what.more && <Notice kind="warn">{d("paste.most", { count: MOST_CARDS })}</Notice>}
        {what.cut && <Notice kind="warn">{d("paste.long")}</Notice>}
        {kinds.length > 1 && (
          <Choices legend={d("paste.as")}>
            {kinds.map((one) => (
              <Choice
                type="radio"
                name="pasted"
                key={one}
                label={kindName(one)}
                checked={one === kind}
                onChange={() => setKind(one)}
              />
            ))}
          </Choices>
        )}
        <ul class="paste-list">
          {what.cards.map((card) => (
            <li key={card}>{card}</li>
          ))}
        </ul>
        <div class="row">
          <Button
            kind="main"
            onClick={() => {
              onClose();
              addCards(what.cards, kind);
            }}
          >
            {d("paste.go", { count })}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {d("text.cancel")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const TYPING = "input, textarea, select, [contenteditable], dialog[open]";

/** Whether these keys are for the board: nobody types, and nothing else on the page is marked to be copied. */
function isOurs(event: ClipboardEvent, on: World): boolean {
  if (!writing.peek()) return false;
  const target = event.target instanceof Element ? event.target : document.activeElement;
  return !target?.closest(TYPING) && (target === document.body || on.box.contains(target));
}

function copy(event: ClipboardEvent): boolean {
  const keys = chosen.peek().size > 0 ? chosen.peek() : new Set([current.peek()].filter(Boolean));
  if (keys.size === 0 || event.clipboardData === null || String(getSelection()) !== "") return false;
  const { text, html, drawings } = copied(shown.peek(), keys, layout.peek().order);
  event.clipboardData.setData("text/plain", text);
  event.clipboardData.setData("text/html", html);
  event.clipboardData.setData(DRAWINGS, drawings);
  event.preventDefault();
  tell(d("copy.done", { count: keys.size }));
  return true;
}

function paste(event: ClipboardEvent, on: World): void {
  const from = event.clipboardData;
  if (from === null || from.files.length > 0) return; // pictures have their own way
  const drawings = drawingsOf(from.getData(DRAWINGS));
  const words = cardsOf(from.getData("text/plain"), from.getData("text/html"));
  if (drawings.length > 0 && canArrange.peek()) void addCopies(drawings);
  else if (words.cards.length === 0) return;
  else if (kindsNow().length > 0) pasted.value = words;
  else if (canArrange.peek()) {
    const { camera, size } = { camera: on.camera(), size: on.size() };
    const text = words.cards.join("\n").slice(0, 1000);
    const x = Math.round(camera.x + size.width / 2 / camera.scale - 120);
    const y = Math.round(camera.y + size.height / 3 / camera.scale);
    void addItem({ kind: "text", x, y, ...textSize(text), text });
  } else tell(d("paste.closed"));
  event.preventDefault();
}

/** Hears copy, cut and paste while the board is there, and asks before it adds. */
export function PasteDialog({ on }: { on: World }) {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => isOurs(event, on) && copy(event);
    const onCut = (event: ClipboardEvent) => {
      // Cards belong to who wrote them: they are copied, and stay.
      const keys = chosen.peek().size > 0 ? [...chosen.peek()] : [current.peek()];
      if (isOurs(event, on) && copy(event) && canArrange.peek()) void removeItems(keys);
    };
    const onPaste = (event: ClipboardEvent) => isOurs(event, on) && paste(event, on);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCut);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCut);
      document.removeEventListener("paste", onPaste);
      pasted.value = null;
    };
  }, [on]);
  if (pasted.value === null) return null;
  return (
    <Asking
      what={pasted.value}
      onClose={() => {
        pasted.value = null;
      }}
    />
  );
}
