import { useId, useRef, useState } from "preact/hooks";
import parts from "../words/en-parts.json";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { Copy, Tick } from "./icons.tsx";

const t = words(parts, "parts");

interface CopyFieldProps {
  label: string;
  value: string;
  hint?: string;
  /** Several lines, such as an invitation. */
  long?: boolean;
  onCopied?: (say: string) => void;
}

/** Puts text on the clipboard; false where neither the new nor the old way is allowed. */
async function toClipboard(text: string, box: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not a secure context, or an iframe without the permission: select it and try the old way.
    box.focus();
    box.select();
    return document.execCommand?.("copy") ?? false;
  }
}

/** Text to take elsewhere. Where copying is not allowed it is selected, ready for the keys. */
export function CopyField({ label, value, hint, long, onCopied }: CopyFieldProps) {
  const id = useId();
  const line = useRef<HTMLInputElement>(null);
  const lines = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<"" | "copied" | "byHand">("");

  async function copy() {
    const box = long ? lines.current : line.current;
    if (!box) return;
    const done = (await toClipboard(value, box)) ? "copied" : "byHand";
    setState(done);
    onCopied?.(t(`parts.${done}`));
  }

  const shared = { id, value, readOnly: true, "aria-describedby": hint ? `${id}-hint` : undefined };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div class="copy">
        <div class="grow">
          {long ? (
            <textarea class="input copy-text" ref={lines} {...shared} />
          ) : (
            <input class="input" ref={line} {...shared} />
          )}
        </div>
        <Button onClick={copy}>
          {state === "copied" ? <Tick /> : <Copy />}
          {state === "copied" ? t("parts.copied") : t("parts.copy")}
        </Button>
      </div>
      {state === "byHand" && <span class="field-hint">{t("parts.byHand")}</span>}
    </div>
  );
}
