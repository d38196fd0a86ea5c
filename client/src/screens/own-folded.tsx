// One's own cards on this device, folded: whoever shares a screen shows nobody which cards are theirs.
import { boundBy } from "../board.ts";
import { type OwnCard, ownCards } from "../own/cards.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { t } from "../words/words.ts";
import { cardOf, entries, runOf, workshop } from "../workshop.ts";
import { isLeft } from "./leftovers.tsx";
import { OwnList } from "./own-list.tsx";

/** Whether a card of another run is worth showing: it can still be changed, or something has to be said about it. */
function canStillChange(card: OwnCard): boolean {
  const view = entries.value;
  const worries = workshop.value?.worry_run ?? "";
  // Worries that nobody has seen yet have a place of their own.
  if (card.run === worries && runOf(view, worries)?.revealed !== true) return false;
  return card.say !== "" || boundBy(view, card.id) !== "voted";
}

interface OwnFoldedProps {
  /** The run that goes on. */
  run: string;
  /** The cards of this run stand elsewhere on the page already. */
  earlier?: boolean;
}

/** One's own cards of this run, and of every other run those that can still be changed or taken back. */
export function OwnFolded({ run, earlier = false }: OwnFoldedProps) {
  const here = (card: OwnCard) => card.run === run && card.state !== "homeless";
  const before = ownCards.value.filter(
    (card) => card.run !== run && !isLeft(entries.value, card) && canStillChange(card),
  );
  const mine = earlier ? before : [...before, ...ownCards.value.filter(here)];
  if (mine.length === 0) return null;
  const coming = mine.some((card) => here(card) && card.state === "saved" && cardOf(entries.value, card.id) === null);
  return (
    <div class="stack stack-s">
      {coming && <p class="muted">{t("live.soon")}</p>}
      <Disclosure summary={t("own.folded", { count: mine.length })}>
        <OwnList cards={mine} label={t("own.yours")} kinds={new Set(mine.map((card) => card.kind)).size > 1} />
      </Disclosure>
    </div>
  );
}
