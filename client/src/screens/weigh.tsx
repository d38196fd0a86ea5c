// Idea by idea: what is good about it, and what could go wrong.
import { useState } from "preact/hooks";
import { ownCards } from "../own/cards.ts";
import { Button } from "../parts/button.tsx";
import { OutlineSection } from "../parts/outline.tsx";
import type { CardKind } from "../protocol.gen.ts";
import { t } from "../words/words.ts";
import { entries, entriesOf, optionOf, optionsOf, titleOf } from "../workshop.ts";
import { Composer } from "./composer.tsx";
import { Inside, Said } from "./option.tsx";
import { BoardCard } from "./outline.tsx";
import { OwnFolded } from "./own-folded.tsx";
import { OwnList } from "./own-list.tsx";
import type { StepProps } from "./step.ts";

/** One option at a time, with a composer for it and what has been said about it. */
export function OneByOne({ run, phase, kind }: StepProps & { kind: CardKind }) {
  const options = optionsOf(entries.value);
  const [at, setAt] = useState("");
  const place = Math.max(0, options.indexOf(at));
  const option = options[place];
  if (option === undefined) return <p class="muted">{t("weigh.none")}</p>;
  const mine = ownCards.value.filter((card) => card.run === run.id && card.target === option);
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
      <h2 id="option">{titleOf(entries.value, option)}</h2>
      <Inside option={option} />
      <Composer
        key={option}
        run={run.id}
        kinds={[kind]}
        authorship={phase.authorship}
        field={`card/${option}`}
        target={option}
      />
      {run.stage === "write" && mine.length > 0 && <OwnList cards={mine} label={t("own.yours")} about={false} />}
      <Said option={option} kinds={["benefit", "caution"]} />
    </section>
  );
}

export function Weigh(props: StepProps) {
  return (
    <>
      <OneByOne {...props} kind={props.phase.cards[0] ?? "benefit"} />
      <OwnFolded run={props.run.id} earlier={props.run.stage === "write"} />
    </>
  );
}

/** The cautions that are about no option: the whole topic, or an idea that is not weighed. */
export function OtherCautions() {
  const view = entries.value;
  const options = optionsOf(view);
  const cautions = entriesOf(view, "card").filter((card) => card.kind === "caution");
  const other = cautions.filter((card) => optionOf(view, options, card.target) === "");
  if (other.length === 0) return null;
  return (
    <OutlineSection title={t("weigh.topic")}>
      {other.map((card) => (
        <BoardCard key={card.id} card={card} />
      ))}
    </OutlineSection>
  );
}

export function Cautions(props: StepProps) {
  return (
    <>
      <OneByOne {...props} kind="caution" />
      <OwnFolded run={props.run.id} />
      <OtherCautions />
    </>
  );
}
