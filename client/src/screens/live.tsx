// A step in which what one writes is shown while it runs: a composer, one's own cards folded, and the board.
import { useState } from "preact/hooks";
import { ownCards } from "../own/cards.ts";
import { draftText } from "../own/drafts.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import type { CardKind } from "../protocol.gen.ts";
import { NOT_CARDS } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { cards } from "../workshop.ts";
import { Composer } from "./composer.tsx";
import { Outline } from "./outline.tsx";
import { OwnList } from "./own-list.tsx";
import type { StepProps } from "./stage.tsx";

/** One's own cards of a run. Folded: whoever shares a screen shows nobody which cards are theirs. */
export function OwnFolded({ run }: { run: string }) {
  const mine = ownCards.value.filter((card) => card.run === run && card.state !== "homeless");
  if (mine.length === 0) return null;
  const shown = new Set(cards.value.map((card) => card.id));
  const coming = mine.some((card) => card.state === "saved" && !shown.has(card.id));
  return (
    <div class="stack stack-s">
      {coming && <p class="muted">{t("live.soon")}</p>}
      <Disclosure summary={t("own.folded", { count: mine.length })}>
        <OwnList cards={mine} label={t("own.yours")} />
      </Disclosure>
    </div>
  );
}

/** Writing in a step that is there for reading: behind a tap, open where words wait already. */
function Spark({ run, phase, kinds }: StepProps & { kinds: readonly CardKind[] }) {
  const [open] = useState(draftText(run.id, "card") !== "");
  return (
    <Disclosure summary={t("read.add")} open={open}>
      <Composer run={run.id} kinds={kinds} authorship={phase.authorship} field="card" />
    </Disclosure>
  );
}

export function Live({ run, phase }: StepProps) {
  const kinds = phase.cards.filter((kind) => !NOT_CARDS.has(kind));
  const reading = phase.kind === "reveal";
  return (
    <>
      {kinds.length > 0 && reading && <Spark run={run} phase={phase} kinds={kinds} />}
      {kinds.length > 0 && !reading && (
        <Composer run={run.id} kinds={kinds} authorship={phase.authorship} field="card" />
      )}
      <OwnFolded run={run.id} />
      <Outline first={kinds} unread={reading} />
    </>
  );
}
