// Saving the board, or one group of it, as a picture.
import { useState } from "preact/hooks";
import { layout, shown } from "../canvas/shown.ts";
import { c } from "../canvas/words.ts";
import { IconButton } from "../parts/button.tsx";
import { Choice, Choices } from "../parts/choice.tsx";
import { p } from "../pictures.ts";
import type { CardEntry } from "../protocol.gen.ts";
import { kindCount } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { groups, workshop } from "../workshop.ts";
import { drawingOf } from "./drawing.ts";
import { SaveDialog } from "./save-dialog.tsx";
import { measurer, pictureData } from "./saving.ts";

/** The keys of a group with its cards, in reading order. */
function inGroup(id: string): string[] {
  const inside = (key: string) => (shown.peek().get(key) as CardEntry | undefined)?.group === id;
  return layout.peek().order.filter((key) => key === `group:${id}` || (key.startsWith("card:") && inside(key)));
}

async function made(group: string) {
  const keys = group === "" ? null : inGroup(group);
  const title = workshop.peek()?.title ?? "";
  const words = {
    title,
    desc: p("desc", { title }),
    area: (area: { kind: CardEntry["kind"]; count: number }) =>
      area.kind === "theme" ? c("area.groups") : kindCount(area.kind, area.count),
    signed: (name: string) => t("card.signed", { name }),
  };
  const view = shown.peek();
  const pictures = await pictureData(view, keys ?? layout.peek().order);
  return drawingOf({ view, layout: layout.peek(), words, measure: measurer(), pictures }, keys);
}

/** An arrow into a tray. */
function Down() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d="M12 4v10m-4-4 4 4 4-4M5 16v3h14v-3"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export function SavePicture() {
  const [open, setOpen] = useState(false);
  const [group, setGroup] = useState("");
  return (
    <>
      <IconButton label={p("save")} onClick={() => setOpen(true)}>
        <Down />
      </IconButton>
      {open && (
        <SaveDialog
          title={p("save")}
          name={workshop.peek()?.title ?? "board"}
          draw={() => made(group)}
          onClose={() => setOpen(false)}
        >
          {groups.value.length > 0 && (
            <Choices legend={p("save_what")}>
              {[{ id: "", name: "" }, ...groups.value].map(({ id, name }) => (
                <Choice
                  type="radio"
                  name="picture-of"
                  key={id}
                  label={id === "" ? p("save_all") : p("save_group", { name })}
                  checked={group === id}
                  onChange={() => setGroup(id)}
                />
              ))}
            </Choices>
          )}
        </SaveDialog>
      )}
    </>
  );
}
