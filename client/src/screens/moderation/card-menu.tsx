// In the corner of each card that is shown: a small button to what can be done about it.
import { useState } from "preact/hooks";
import { IconButton } from "../../parts/button.tsx";
import type { CardEntry } from "../../protocol.gen.ts";
import { CardDialog } from "./card-dialog.tsx";
import { t } from "./words.ts";

export default function CardMenu({ card }: { card: CardEntry }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t("card.more", { text: card.text.slice(0, 40) })} onClick={() => setOpen(true)}>
        <span aria-hidden="true">⋯</span>
      </IconButton>
      <CardDialog card={card} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
