// Adding a text or a drawing without a pointer: what it is, its words, and beside or between which things. Also in the list.
import { useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Choice, Choices } from "../parts/choice.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { TextArea } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { type AddItem, MAX_TEXT } from "../protocol.gen.ts";
import { endsOf, lineOf } from "./arrows.ts";
import type { Rect } from "./boxes.ts";
import { chosen } from "./chosen.ts";
import { d } from "./ink-words.ts";
import { LINES, textSize, USUAL } from "./shapes.ts";
import { layout } from "./shown.ts";
import { addItem, tieable } from "./tools-draw.ts";

export const ADDABLE = ["text", "box", "ellipse", "diamond", "arrow", "line"] as const;
export type Addable = (typeof ADDABLE)[number];

const GAP = 24;

interface Rects {
  readonly rects: ReadonlyMap<string, Rect>;
  readonly bounds: Rect;
}

/** A place of this size beside a thing, or (for "") under everything, where nothing lies. */
export function besidePlace({ rects, bounds }: Rects, key: string, width: number): { x: number; y: number } {
  const near = rects.get(key);
  if (near === undefined) return { x: bounds.x, y: bounds.y + bounds.height + GAP };
  let x = near.x + near.width + GAP;
  const taken = (at: number) =>
    [...rects].some(
      ([other, r]) =>
        !other.startsWith("area:") &&
        !(at >= r.x + r.width || at + width <= r.x || near.y >= r.y + r.height || near.y + 60 <= r.y),
    );
  for (let tries = 0; tries < 12 && taken(x); tries += 1) x += near.width + GAP;
  return { x, y: near.y };
}

type Asked = Omit<AddItem, "id" | "run">;

/** What to ask for: an item beside `near`, or a line between two things. */
export function newItem(at: Rects, kind: Addable, text: string, near: string, from: string, to: string): Asked {
  if (LINES.has(kind)) {
    const ends = endsOf({ points: [0, 0, 0, 0], start: from, end: to }, { x: 0, y: 0 }, (key) => at.rects.get(key));
    const { rect, points } = lineOf([ends.x1, ends.y1], [ends.x2, ends.y2]);
    return { kind, ...rect, points, start: from, end: to, text };
  }
  const size = kind === "text" ? textSize(text) : USUAL;
  return { kind, ...besidePlace(at, near, size.width), ...size, text };
}

interface PickProps {
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly onPick: (key: string) => void;
}

/** One of the things on the board, by its words. */
export function ThingPick({ label, none, value, onPick }: PickProps) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select class="input" value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{none}</option>
        {tieable(layout.value.order).map(({ key, name }) => (
          <option value={key} key={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The dialog. Two things that are chosen on the board stand in it as the ends of an arrow, one as what it goes beside. */
export function AddItemDialog({ onAdded, onClose }: { onAdded?: (key: string) => void; onClose: () => void }) {
  const [picked] = useState(() => [...chosen.peek()]);
  const [kind, setKind] = useState<Addable>(picked.length === 2 ? "arrow" : "text");
  const [text, setText] = useState("");
  const [near, setNear] = useState(picked[0] ?? "");
  const [from, setFrom] = useState(picked[0] ?? "");
  const [to, setTo] = useState(picked[1] ?? "");
  const [problem, setProblem] = useState("");
  const line = LINES.has(kind);
  const add = async () => {
    if (line && (from === "" || to === "" || from === to)) return setProblem(d("add.two"));
    if (kind === "text" && text.trim() === "") return setProblem(d("text.empty"));
    const id = await addItem(newItem(layout.peek(), kind, text.trim(), near, from, to));
    if (id === "") return;
    onClose();
    onAdded?.(`item:${id}`);
  };
  return (
    <Dialog open sheet title={d("add.title")} onClose={onClose}>
      <form
        class="stack"
        onInput={() => setProblem("")}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        {problem && <Notice kind="stop" title={problem} />}
        <Choices legend={d("add.kind")}>
          {ADDABLE.map((one) => (
            <Choice
              type="radio"
              name="addable"
              key={one}
              label={d(`kind.${one}`)}
              checked={kind === one}
              onChange={() => setKind(one)}
            />
          ))}
        </Choices>
        {line ? (
          <>
            <ThingPick label={d("add.from")} none={d("add.pick")} value={from} onPick={setFrom} />
            <ThingPick label={d("add.to")} none={d("add.pick")} value={to} onPick={setTo} />
          </>
        ) : (
          <ThingPick label={d("add.near")} none={d("add.anywhere")} value={near} onPick={setNear} />
        )}
        <TextArea
          label={d(kind === "text" ? "text.label" : "add.words")}
          rows={2}
          maxLength={MAX_TEXT}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="row">
          <Button kind="main" submit>
            {d("add.go")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
