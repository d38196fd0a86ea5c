// The way to help: one button that stands in the same place at every step (WCAG 3.2.6), and two single keys.
import { useEffect, useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { remaining } from "../clock.ts";
import { Lazy } from "../lazy.tsx";
import { timeSentence } from "../news.ts";
import { letters } from "../own/settings.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { t } from "../words/words.ts";

const sheet = () => import("./help-sheet.tsx");
const TYPING = "input, textarea, select, [contenteditable], dialog *";

/** The single key that was pressed, or "" where it belongs to something else. */
export function letterOf(event: KeyboardEvent): string {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !letters()) return "";
  return event.target instanceof Element && event.target.matches(TYPING) ? "" : event.key.toLowerCase();
}

export function Help() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const key = letterOf(event);
      if (key === "?") setOpen(true);
      else if (key === "t" && remaining.peek() !== null) announce(timeSentence(remaining.peek() ?? 0));
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t("help.open")}
      </Button>
      <Dialog open={open} title={t("help.open")} onClose={() => setOpen(false)}>
        <Lazy load={sheet} />
      </Dialog>
    </>
  );
}
