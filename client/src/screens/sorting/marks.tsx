// What is to be seen on a card besides its words: its colour by name, that it is locked, that it is read out now.
import { spotOf } from "../../canvas/order.ts";
import type { CardEntry } from "../../protocol.gen.ts";
import { entries } from "../../workshop.ts";
import { readOutNow } from "./reading.ts";
import { t } from "./words.ts";
import "../../style/list.css";

export default function Marks({ card }: { card: CardEntry }) {
  const spot = spotOf(entries.value, card.id);
  return (
    <span class="marks">
      {readOutNow.value?.id === card.id && <strong class="tag mark-out">{t("out.mark")}</strong>}
      {spot?.colour && (
        <span class="tag">
          <span class="swatch" data-colour={spot.colour} aria-hidden="true" />
          {t(`colour.${spot.colour}`)}
        </span>
      )}
      {spot?.locked && <span class="tag">{t("lock.mark")}</span>}
    </span>
  );
}
