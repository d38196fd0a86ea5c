// Idea by idea: what is good about it, what could go wrong, and how to get round that.
import { useState } from "preact/hooks";
import { ownCards } from "../own/cards.ts";
import { Button } from "../parts/button.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { OutlineSection } from "../parts/outline.tsx";
import type { CardKind } from "../protocol.gen.ts";
import { kindNames } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { cardsAbout, entries, entriesOf, optionsOf, titleOf } from "../workshop.ts";
import { Composer } from "./composer.tsx";
import { OwnFolded } from "./live.tsx";
import { BoardCard } from "./outline.tsx";
import { OwnList } from "./own-list.tsx";
import type { StepProps } from "./stage.tsx";

/** The texts behind an option: a group's cards, or none for a card. */
function Inside({ option }: { option: string }) {
  if (!option.startsWith("group:")) return null;
  const cards = entriesOf(entries.value, "card").filter(
    (card) => card.kind === "idea" && card.group === option.slice(6),
  );
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

/** What has been said about an option, by kind; what is empty is left out. */
function Said({ option, kinds }: { option: string; kinds: readonly CardKind[] }) {
  const view = entries.value;
  return (
    <div class="said">
      {kinds.map((kind) => {
        const cards = cardsAbout(view, option, kind);
        if (cards.length === 0) return null;
        return (
          <OutlineSection key={kind} level={3} title={kindNames(kind)}>
            {cards.map((card) => (
              <BoardCard key={card.id} card={card} />
            ))}
          </OutlineSection>
        );
      })}
    </div>
  );
}

interface OptionsProps extends StepProps {
  kind: CardKind;
  shown: readonly CardKind[];
}

/** One option at a time, with a composer for it. */
function OneByOne({ run, phase, kind, shown }: OptionsProps) {
  const options = optionsOf(entries.value);
  const [at, setAt] = useState("");
  const place = Math.max(0, options.indexOf(at));
  const option = options[place];
  if (option === undefined) return <p class="muted">{t("weigh.none")}</p>;
  const mine = ownCards.value.filter(
    (card) => card.run === run.id && card.target === option && card.state !== "homeless",
  );
  const go = (by: number) => setAt(options[(place + by + options.length) % options.length] ?? "");
  return (
    <section class="stack" aria-labelledby="option">
      <div class="row row-apart">
        <span class="muted">{t("weigh.place", { place: place + 1, count: options.length })}</span>
        <span class="row">
          <Button onClick={() => go(-1)}>{t("weigh.before")}</Button>
          <Button onClick={() => go(1)}>{t("weigh.next")}</Button>
        </span>
      </div>
      <h2 id="option" class="option-title" aria-live="off">
        {titleOf(entries.value, option)}
      </h2>
      <Inside option={option} />
      <Composer
        key={option}
        run={run.id}
        kinds={[kind]}
        authorship={phase.authorship}
        field={`card/${option}`}
        target={option}
      />
      {run.stage === "write" && mine.length > 0 && <OwnList cards={mine} label={t("own.yours")} />}
      <Said option={option} kinds={shown} />
    </section>
  );
}

export function Weigh(props: StepProps) {
  const kind = props.phase.cards[0] ?? "benefit";
  return (
    <>
      <OneByOne {...props} kind={kind} shown={["benefit", "caution"]} />
      {props.run.stage === "live" && <OwnFolded run={props.run.id} />}
    </>
  );
}

export function Cautions(props: StepProps) {
  const topic = cardsAbout(entries.value, "", "caution");
  const takes = props.run.stage === "live" && props.phase.cards.includes("caution");
  return (
    <>
      {topic.length > 0 && (
        <OutlineSection title={t("weigh.topic")}>
          {topic.map((card) => (
            <BoardCard key={card.id} card={card} />
          ))}
        </OutlineSection>
      )}
      {takes ? (
        <OneByOne {...props} kind="caution" shown={["benefit", "caution"]} />
      ) : (
        <AllOptions kinds={["benefit", "caution"]} />
      )}
      {takes && <OwnFolded run={props.run.id} />}
    </>
  );
}

function AllOptions({ kinds }: { kinds: readonly CardKind[] }) {
  return (
    <>
      {optionsOf(entries.value).map((option) => (
        <section class="stack stack-s" key={option}>
          <h2>{titleOf(entries.value, option)}</h2>
          <Said option={option} kinds={kinds} />
        </section>
      ))}
    </>
  );
}

/** One caution, its fixes, and a composer for one more behind a tap. */
function Worry({ run, phase, id, text }: StepProps & { id: string; text: string }) {
  const reference = `card:${id}`;
  const fixes = cardsAbout(entries.value, reference, "fix");
  const mine = ownCards.value.filter(
    (card) => card.run === run.id && card.target === reference && card.state !== "homeless",
  );
  return (
    <li class="sheet stack stack-s">
      <p class="card-text">{text}</p>
      {fixes.length > 0 && (
        <OutlineSection level={4} title={kindNames("fix")}>
          {fixes.map((card) => (
            <BoardCard key={card.id} card={card} />
          ))}
        </OutlineSection>
      )}
      {run.stage === "write" && mine.length > 0 && <OwnList cards={mine} label={t("own.yours")} />}
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
  const known = [...optionsOf(view), ""];
  const cautions = entriesOf(view, "card").filter((card) => card.kind === "caution");
  const other = cautions.filter((card) => !known.includes(card.target));
  const blocks = known.map((option) => ({ option, list: cautions.filter((card) => card.target === option) }));
  return (
    <>
      {cautions.length === 0 && <p class="muted">{t("fix.none")}</p>}
      {[...blocks, { option: "other", list: other }].map(
        ({ option, list }) =>
          list.length > 0 && (
            <OutlineSection
              key={option}
              title={titleOf(view, option) || t(option === "" ? "weigh.topic" : "weigh.other")}
            >
              {list.map((card) => (
                <Worry key={card.id} {...props} id={card.id} text={card.text} />
              ))}
            </OutlineSection>
          ),
      )}
      {props.run.stage === "live" && <OwnFolded run={props.run.id} />}
    </>
  );
}
