// Words for what is drawn: a text, the words in a shape, or what a drawing shows for those who cannot see it.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { TextArea } from "../parts/field.tsx";
import { MAX_TEXT } from "../protocol.gen.ts";
import { d } from "./ink-words.ts";
import { partsOf, SHAPES, textSize } from "./shapes.ts";
import { addItem, changeItem, itemOf } from "./tools-draw.ts";

/** The item (`item:ID`) whose words are being changed, or "". */
export const wording = signal("");

interface WordsProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly save: string;
  readonly before: string;
  readonly mayBeEmpty?: boolean;
  /** Gives back whether it was taken; else the words stay here. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

function Words({ title, label, hint, save, before, mayBeEmpty, onSave, onClose }: WordsProps) {
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState("");
  const send = async () => {
    if (!mayBeEmpty && text.trim() === "") return setProblem(d("text.empty"));
    if (await onSave(text.trim())) onClose();
  };
  return (
    <Dialog open sheet title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextArea
          label={label}
          hint={hint}
          error={problem || undefined}
          rows={3}
          maxLength={MAX_TEXT}
          value={text}
          onInput={(event) => {
            setProblem("");
            setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
        <div class="row">
          <Button kind="main" submit>
            {save}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {d("text.cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A new text at a place of the board. */
export function NewText({ at, onClose }: { at: { readonly x: number; readonly y: number }; onClose: () => void }) {
  return (
    <Words
      title={d("text.title")}
      label={d("text.label")}
      hint={d("text.hint")}
      save={d("text.add")}
      before=""
      onSave={async (text) => (await addItem({ kind: "text", x: at.x, y: at.y, ...textSize(text), text })) !== ""}
      onClose={onClose}
    />
  );
}

/** The words of an item, or what it shows. Who was first wins; what was typed stays to be read. */
export function ItemWords({ at, onClose }: { at: string; onClose: () => void }) {
  const [item] = useState(() => itemOf(at));
  if (item === null) return null;
  const words = item.kind === "text" || SHAPES.has(item.kind);
  const save = (text: string) => {
    const size = item.kind === "text" ? textSize(text, item.width) : {};
    return changeItem({ id: item.id, ...partsOf(item), ...size, text, version: item.version });
  };
  return (
    <Words
      title={d(words ? "item.words" : "describe.title")}
      label={d(item.kind === "text" ? "text.label" : words ? "describe.shape" : "describe.label")}
      hint={d(words ? "text.hint" : "describe.hint")}
      save={d("text.save")}
      before={item.text}
      mayBeEmpty={item.kind !== "text"}
      onSave={save}
      onClose={onClose}
    />
  );
}
