// Bringing people in while it runs: one press away at every step.
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import lead from "../../words/en-lead.json";
import { words } from "../../words/words.ts";
import { Invitation } from "../invitation.tsx";

const t = words(lead, "lead");

/** The button, and the invitation that opens from it. */
export function InviteButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t("invite")}
      </Button>
      <Dialog open={open} title={t("invite.title")} onClose={() => setOpen(false)}>
        <Invitation />
      </Dialog>
    </>
  );
}
