// In the corner of each card that is shown: a small button to what can be done about it.
import { IconButton } from "../../parts/button.tsx";
import type { CardEntry } from "../../protocol.gen.ts";
import { openCard } from "../sorting/opened.ts";
import { t } from "./words.ts";

export default function CardMenu({ card }: { card: CardEntry }) {
  return (
    <IconButton label={t("card.more", { text: card.text.slice(0, 40) })} onClick={() => openCard(card.id)}>
      <svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
        <circle cx="5" cy="12" r="2" />
        <circle cx="12" cy="12" r="2" />
        <circle cx="19" cy="12" r="2" />
      </svg>
    </IconButton>
  );
}
