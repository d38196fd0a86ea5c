// The card that is read out, at the top of every page: for those who hear badly, or look elsewhere. It moves nothing
// that one is in the middle of: its place has one size.
import { useEffect, useState } from "preact/hooks";
import { still } from "../../own/settings.ts";
import { Button } from "../../parts/button.tsx";
import { HAT_OF } from "../../words/kinds.ts";
import { readOutNow } from "./reading.ts";
import { t } from "./words.ts";
import "../../style/list.css";

/** The card where the list shows it; it may be folded away. */
const cardAt = (id: string) => document.getElementById(`card-${id}`);

function goTo(id: string): void {
  const card = cardAt(id);
  for (let fold = card?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
}

export default function ReadingNow() {
  const card = readOutNow.value;
  const [stands, setStands] = useState(false);
  // Not in every step's list.
  useEffect(() => setStands(card !== null && cardAt(card.id) !== null));
  if (card === null) return null;
  return (
    <section class="reading-now hat-edge" data-hat={HAT_OF[card.kind]} aria-label={t("out.now")}>
      <p class="small">
        <strong>{t("out.now")}</strong>
      </p>
      <p class="reading-text">{card.text}</p>
      {stands && (
        <Button kind="quiet" onClick={() => goTo(card.id)}>
          {t("out.go")}
        </Button>
      )}
    </section>
  );
}
