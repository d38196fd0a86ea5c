// Caution by caution: how to get round it.
import { Later } from "../lazy.tsx";
import { ownCards } from "../own/cards.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { OutlineSection } from "../parts/outline.tsx";
import type { CardEntry } from "../protocol.gen.ts";
import { kindNames } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { cardsAbout, entries, entriesOf, optionOf, optionsOf, titleOf } from "../workshop.ts";
import { Composer } from "./composer.tsx";
import { BoardCard, cardMenu, tagsOf } from "./outline.tsx";
import { OwnFolded } from "./own-folded.tsx";
import { OwnList } from "./own-list.tsx";
import type { StepProps } from "./step.ts";

function Worry({ run, phase, card }: StepProps & { card: CardEntry }) {
  const reference = `card:${card.id}`;
  const fixes = cardsAbout(entries.value, reference, "fix");
  const mine = ownCards.value.filter((own) => own.run === run.id && own.target === reference);
  const about = tagsOf(card, optionsOf(entries.value).includes(card.target) === false);
  return (
    <li class="sheet stack stack-s">
      <div class="worry-head">
        <p class="card-text" dir="auto" lang={card.language || undefined}>
          {card.text}
        </p>
        <Later load={cardMenu} card={card} />
      </div>
      {about.length > 0 && <p class="small muted">{about.join(" · ")}</p>}
      {fixes.length > 0 && (
        <OutlineSection level={3} title={kindNames("fix")}>
          {fixes.map((fix) => (
            <BoardCard key={fix.id} card={fix} about={false} />
          ))}
        </OutlineSection>
      )}
      {run.stage === "write" && mine.length > 0 && <OwnList cards={mine} label={t("own.yours")} about={false} />}
      <Disclosure summary={t("fix.add")}>
        <Composer
          run={run.id}
          kinds={["fix"]}
          authorship={phase.authorship}
          field={`card/${reference}`}
          target={reference}
        />
      </Disclosure>
    </li>
  );
}

export function Fixes(props: StepProps) {
  const view = entries.value;
  const options = optionsOf(view);
  const cautions = entriesOf(view, "card").filter((card) => card.kind === "caution");
  const blocks = [...options, ""].map((option) => ({
    option,
    list: cautions.filter((card) => optionOf(view, options, card.target) === option),
  }));
  return (
    <>
      {cautions.length === 0 && <p class="muted">{t("fix.none")}</p>}
      {blocks.map(
        ({ option, list }) =>
          list.length > 0 && (
            <OutlineSection key={option} title={titleOf(view, option) || t("weigh.topic")}>
              {list.map((card) => (
                <Worry key={card.id} {...props} card={card} />
              ))}
            </OutlineSection>
          ),
      )}
      <OwnFolded run={props.run.id} earlier={props.run.stage === "write"} />
    </>
  );
}
