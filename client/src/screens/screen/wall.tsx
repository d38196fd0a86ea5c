import type { ComponentChildren } from "preact";
import type { BoardSection } from "../../board.ts";
import { CardView } from "../../parts/card.tsx";
import type { CardEntry } from "../../protocol.gen.ts";
import { HAT_OF, kindNames } from "../../words/kinds.ts";
import { entries, titleOf } from "../../workshop.ts";
import { t } from "../desk/words.ts";
import { type Density, Pages } from "./pages.tsx";

/** How large the cards are: the fewer, the larger. */
export function density(count: number): Density {
  if (count <= 3) return "one";
  if (count <= 8) return "few";
  return count <= 20 ? "some" : "many";
}

/** How many cards a section shows. */
export function countOf(section: BoardSection): number {
  return section.alone.length + section.groups.reduce((sum, one) => sum + one.cards.length, 0);
}

function WallCard({ card }: { card: CardEntry }) {
  const about = titleOf(entries.value, card.target);
  const tags = [...(card.signed ? [card.signed] : []), ...(about ? [about] : [])];
  return (
    <CardView
      text={card.text}
      lang={card.hidden ? "" : card.language}
      hidden={card.hidden !== ""}
      hat={HAT_OF[card.kind]}
      tags={tags}
    />
  );
}

interface BlockProps {
  /** Stands above the first card. */
  heading: ComponentChildren;
  /** What the cards have in common, for the columns in which they go on. */
  name: string;
  children: readonly (ComponentChildren & { readonly key?: unknown })[];
}

/** Cards that belong together. Where they go on in a further column, it says again what they are: see `Pages`. */
export function Block({ heading, name, children }: BlockProps) {
  return (
    <div class="wall-block">
      {children.map((card, place) => (
        // A heading never stands at the foot of a column without its first card.
        <div class="wall-keep" key={card.key}>
          {place === 0 ? (
            heading
          ) : (
            <p class="wall-again" aria-hidden="true" hidden>
              {t("screen.again", { name })}
            </p>
          )}
          {card}
        </div>
      ))}
    </div>
  );
}

const lines = (cards: readonly CardEntry[]) => cards.map((card) => <WallCard key={card.id} card={card} />);

/** Cards by kind and group, as many pages as they need. */
export function Wall({ sections }: { sections: readonly BoardSection[] }) {
  const count = sections.reduce((sum, one) => sum + countOf(one), 0);
  return (
    <Pages many={density(count)}>
      {sections.map((section) => {
        const kind = kindNames(section.kind);
        const groups = section.groups.map(({ group, cards }) => ({ key: group.id, name: group.name, cards }));
        const alone = { key: "alone", name: groups.length > 0 ? t("screen.alone") : kind, cards: section.alone };
        return (
          <section class="wall" key={section.kind} aria-label={kind}>
            {[...groups, alone].map(({ key, name, cards }, place) => (
              <Block
                key={key}
                name={name}
                heading={
                  <>
                    {place === 0 && <h2>{kind}</h2>}
                    {groups.length > 0 && <h3>{name}</h3>}
                  </>
                }
              >
                {lines(cards)}
              </Block>
            ))}
          </section>
        );
      })}
    </Pages>
  );
}

/** The options by name: what is weighed up or voted on. */
export function Options({ list }: { list: readonly string[] }) {
  return (
    <Pages many={density(list.length)}>
      {list.map((reference) => (
        <CardView key={reference} text={titleOf(entries.value, reference)} hat="green" />
      ))}
    </Pages>
  );
}
