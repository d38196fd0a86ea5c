// Find: words in, places out; what was found is marked on the board as long as this is open.
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { found, matches } from "./finding.ts";
import { said } from "./pieces.ts";
import { shown } from "./shown.ts";
import { c } from "./words.ts";

const MOST = 30;

export function Find({ onGo, onClose }: { onGo: (key: string) => void; onClose: () => void }) {
  const [words, setWords] = useState("");
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []); // and not the button that closes, which comes first
  const keys = matches(shown.value, words);
  const text = keys.join();
  useEffect(() => {
    found.value = new Set(text === "" ? [] : text.split(","));
  }, [text]);
  const go = (key: string) => {
    onClose();
    onGo(key);
  };
  const asked = words.trim() !== "";
  return (
    <Dialog open sheet title={c("find.title")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (keys[0]) go(keys[0]);
        }}
      >
        <Field
          label={c("find.label")}
          value={words}
          inputRef={box}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <p aria-live="polite" class="muted">
          {asked && (keys.length === 0 ? c("find.none") : c("find.count", { count: keys.length }))}
        </p>
        <div class="stack stack-s">
          {keys.slice(0, MOST).map((key) => (
            <Button wide key={key} onClick={() => go(key)}>
              {said(shown.value, key)}
            </Button>
          ))}
        </div>
      </form>
    </Dialog>
  );
}
