// One thing that is weighed: its name, the cards inside it, and what has been said about it.
import { Disclosure } from "../parts/disclosure.tsx";
import { OutlineSection } from "../parts/outline.tsx";
import type { CardKind } from "../protocol.gen.ts";
import { kindNames } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { cardsAbout, entries, entriesOf } from "../workshop.ts";
import { BoardCard } from "./outline.tsx";

/** The cards of a group; nothing for an idea that stands alone. */
export function Inside({ option }: { option: string }) {
  if (!option.startsWith("group:")) return null;
  const group = option.slice("group:".length);
  const cards = entriesOf(entries.value, "card").filter((card) => card.kind === "idea" && card.group === group);
  if (cards.length === 0) return null;
  return (
    <Disclosure summary={t("weigh.inside", { count: cards.length })}>
      <ul class="plain-list stack stack-s">
        {cards.map((card) => (
          <BoardCard key={card.id} card={card} />
        ))}
      </ul>
    </Disclosure>
  );
}

/** What has been said about an option, side by side; what is empty is left out. */
export function Said({ option, kinds }: { option: string; kinds: readonly CardKind[] }) {
  const view = entries.value;
  return (
    <div class="said">
      {kinds.map((kind) => {
        const cards = cardsAbout(view, option, kind);
        if (cards.length === 0) return null;
        return (
          <OutlineSection key={kind} level={3} title={kindNames(kind)}>
            {cards.map((card) => (
              <BoardCard key={card.id} card={card} about={card.target !== option} />
            ))}
          </OutlineSection>
        );
      })}
    </div>
  );
}
