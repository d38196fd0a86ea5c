// A step in which one writes unseen: a composer, and one's own cards, which only this device shows.
import { ownCards } from "../own/cards.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { EmptyState } from "../parts/empty.tsx";
import type { Hat } from "../protocol.gen.ts";
import { hatHelp, NOT_CARDS } from "../words/kinds.ts";
import { type Key, t } from "../words/words.ts";
import { Composer } from "./composer.tsx";
import { Outline } from "./outline.tsx";
import { OwnList } from "./own-list.tsx";
import type { StepProps } from "./step.ts";

/** What helps under a hat, and what does not. */
export function HatHints({ hat }: { hat: Hat }) {
  const help = hatHelp(hat);
  if (help.do.length === 0) return null;
  return (
    <Disclosure summary={t("write.help")}>
      <p>{help.purpose}</p>
      <ul>
        {help.do.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>{t("write.dont")}</p>
      <ul>
        {help.dont.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

export function Write({ run, phase }: StepProps) {
  const kinds = phase.cards.filter((kind) => !NOT_CARDS.has(kind));
  const mine = ownCards.value.filter((card) => card.run === run.id && card.state !== "homeless");
  const example = kinds[0] === undefined ? "" : t(`example.${kinds[0]}` as Key);
  return (
    <>
      <p>{t("write.unseen")}</p>
      <Composer run={run.id} kinds={kinds} authorship={phase.authorship} field="card" />
      <section class="stack stack-s" aria-labelledby="own-cards">
        <h2 id="own-cards">{t("own.title")}</h2>
        {mine.length === 0 ? (
          <EmptyState say={t("own.none")} example={example} />
        ) : (
          <OwnList cards={mine} label={t("own.yours")} kinds={kinds.length > 1} />
        )}
      </section>
      <HatHints hat={phase.hat} />
      <Disclosure summary={t("outline.so_far")}>
        <Outline first={[]} />
      </Disclosure>
    </>
  );
}
