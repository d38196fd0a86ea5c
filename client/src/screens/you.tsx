// The button for what is about this person and this device. What opens from it comes a moment after the page.
import { useEffect, useState } from "preact/hooks";
import { Lazy } from "../lazy.tsx";
import { ownSeat } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { People } from "../parts/icons.tsx";
import { t } from "../words/words.ts";

const sheet = () => import("./you-sheet.tsx");

/** The button in the bar and what opens from it. */
export function You() {
  const [open, setOpen] = useState(false);
  const name = ownSeat.value?.name ?? "";
  // One may want to leave without a line: it is here before it is asked for.
  useEffect(() => void sheet().catch(() => {}), []);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        <People />
        {name || t("you.open")}
      </Button>
      <Dialog open={open} title={t("you.title")} onClose={() => setOpen(false)}>
        <Lazy load={sheet} />
      </Dialog>
    </>
  );
}
