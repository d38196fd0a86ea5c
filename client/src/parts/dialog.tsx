import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import parts from "../words/en-parts.json";
import { words } from "../words/words.ts";
import { IconButton } from "./button.tsx";
import { Cross } from "./icons.tsx";

const t = words(parts, "parts");

interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Comes up from the lower edge, for phones. */
  sheet?: boolean;
  children: ComponentChildren;
}

/** The browser's own dialog: it keeps the focus inside, Escape closes it, focus goes back. */
export function Dialog({ open, title, onClose, sheet, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      class="dialog"
      ref={box}
      aria-labelledby={id}
      data-sheet={sheet ? "" : undefined}
      onClose={() => open && onClose()}
    >
      {open && (
        <>
          <div class="dialog-head">
            <h2 id={id}>{title}</h2>
            <IconButton label={t("parts.close")} onClick={onClose}>
              <Cross />
            </IconButton>
          </div>
          <div class="dialog-body">{children}</div>
        </>
      )}
    </dialog>
  );
}
