// The drawing tools beside the board, and what comes up around them: words that are asked for, and undo for what went.
import { useEffect, useState } from "preact/hooks";
import { redoable, undoable } from "../own/undo.ts";
import { Button } from "../parts/button.tsx";
import { COLOUR } from "../protocol.gen.ts";
import handWords from "../words/en-hands.json";
import { words } from "../words/words.ts";
import { choose, chosen, current } from "./chosen.ts";
import { PasteDialog } from "./clipboard-paste.tsx";
import { Handles } from "./ink-handles.tsx";
import { d, inkName } from "./ink-words.ts";
import { goTo } from "./keys.ts";
import { canArrange } from "./may.ts";
import { tell } from "./moves.ts";
import { AddPicture } from "./picture-dialog.tsx";
import { ItemWords, NewText, wording } from "./texts.tsx";
import { AddItemDialog } from "./texts-add.tsx";
import { TOOL_ICONS } from "./toolbar-icons.tsx";
import { step, UndoButtons } from "./toolbar-undo.tsx";
import { putAway, TOOLS, type ToolName, take, tool, wordsAt } from "./tools.ts";
import { inkColour, removed, removeItems, undescribed } from "./tools-draw.ts";
import type { World } from "./world.ts";
import "../style/drawing.css";
import "../style/drawing-tools.css";

const hands = words(handWords, "hands");

const COLOURED: ReadonlySet<string> = new Set(TOOLS.filter((name) => name !== "eraser" && name !== "pointer"));

function hintOf(name: ToolName): string {
  if (name === "box" || name === "ellipse" || name === "diamond") return d("hint.shape");
  return d(`hint.${name}`);
}

function ToolButton({ name, pressed, onPress }: { name: ToolName | "choose"; pressed: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      class="tool"
      aria-pressed={pressed}
      aria-label={d(`tools.${name}`)}
      title={d(`tools.${name}`)}
      onClick={onPress}
    >
      {TOOL_ICONS[name]}
    </button>
  );
}

function Colours() {
  return (
    <fieldset class="ink-colours">
      <legend class="visually-hidden">{d("tools.colour")}</legend>
      {COLOUR.map((colour) => (
        <button
          type="button"
          class="tool ink-swatch"
          key={colour}
          data-colour={colour}
          aria-pressed={inkColour.value === colour}
          aria-label={inkName(colour)}
          title={inkName(colour)}
          onClick={() => {
            inkColour.value = colour;
          }}
        >
          <svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false">
            <path class="ink-line" d="M4 12H36" />
          </svg>
        </button>
      ))}
    </fieldset>
  );
}

function Tools({ onAdd }: { onAdd: () => void }) {
  const at = tool.value;
  return (
    <>
      <ToolButton name="choose" pressed={at === ""} onPress={putAway} />
      {TOOLS.map((name) => (
        <ToolButton
          key={name}
          name={name}
          pressed={at === name}
          onPress={() => (at === name ? putAway() : take(name))}
        />
      ))}
      <button type="button" class="tool" aria-label={d("tools.add")} title={d("tools.add")} onClick={onAdd}>
        {TOOL_ICONS.add}
      </button>
    </>
  );
}

/** What was taken away can be brought back with one press, for ten seconds. */
function Removed() {
  if (removed.value === null) return null;
  return (
    <div class="ink-toast row" data-own-pointer>
      <span>{d("removed.toast", { count: removed.value.count })}</span>
      <Button onClick={() => void step("undo")}>{d("removed.undo")}</Button>
    </div>
  );
}

/** Once the pen is put away: what does it show? It can be passed over. */
function Undescribed() {
  const [last] = undescribed.value.slice(-1);
  if (last === undefined || tool.value === "pen" || tool.value === "marker") return null;
  return (
    <div class="ink-toast row" data-own-pointer>
      <span>{d("describe.ask")}</span>
      <Button
        onClick={() => {
          wording.value = last;
          undescribed.value = [];
        }}
      >
        {d("item.describe")}
      </Button>
      <Button
        kind="quiet"
        onClick={() => {
          undescribed.value = [];
        }}
      >
        {d("describe.later")}
      </Button>
    </div>
  );
}

/** Takes off the drawings among these; says of cards and groups why they stay. */
async function takenOff(keys: readonly string[]): Promise<void> {
  const stays = keys.some((key) => key.startsWith("card:") || key.startsWith("group:"));
  await removeItems(keys);
  if (stays) tell(hands("delete.stays"));
}

/** Delete takes away the drawings that are chosen, Escape puts the tool away. Cards are never deleted so. */
function useKeys(on: World): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === "Escape" && tool.peek() !== "") {
        putAway();
        event.stopPropagation();
        return;
      }
      if ((event.key !== "Delete" && event.key !== "Backspace") || !canArrange.peek()) return;
      if (!(event.target instanceof Element) || !event.target.closest("[data-key], .canvas")) return;
      const keys = chosen.peek().size > 0 ? [...chosen.peek()] : [current.peek()];
      void takenOff(keys);
    };
    on.box.addEventListener("keydown", hear);
    return () => on.box.removeEventListener("keydown", hear);
  }, [on]);
}

export function Drawing({ on }: { on: World }) {
  const [open, setOpen] = useState(false);
  const [adding, setAdding] = useState(false);
  useKeys(on);
  useEffect(() => putAway, []);
  const fold = () => {
    if (open) putAway();
    setOpen(!open);
  };
  const at = tool.value;
  return (
    <>
      <Removed />
      <Undescribed />
      <section class="ink-tools" aria-label={d("tools.title")} data-own-pointer>
        <div class="ink-tools-row">
          {canArrange.value && (
            <Button aria-expanded={open} onClick={fold}>
              {TOOL_ICONS.pen}
              {d(open ? "tools.fold" : "tools.unfold")}
            </Button>
          )}
          <AddPicture on={on} />
          {(canArrange.value || undoable.value.length + redoable.value.length > 0) && <UndoButtons />}
        </div>
        {open && canArrange.value && (
          <div class="ink-tools-row" role="toolbar" aria-label={d("tools.title")}>
            <Tools onAdd={() => setAdding(true)} />
          </div>
        )}
        {open && COLOURED.has(at) && <Colours />}
        {open && at !== "" && <p class="ink-hint small">{hintOf(at)}</p>}
      </section>
      <Handles on={on} />
      <PasteDialog on={on} />
      {wordsAt.value && (
        <NewText
          at={wordsAt.value}
          onClose={() => {
            wordsAt.value = null;
            putAway();
          }}
        />
      )}
      {wording.value && (
        <ItemWords
          at={wording.value}
          onClose={() => {
            wording.value = "";
          }}
        />
      )}
      {adding && (
        <AddItemDialog
          onAdded={(key) => {
            choose([key]);
            goTo(on, key);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
