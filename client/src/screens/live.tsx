// A step in which what one writes is shown while it runs: a composer, one's own cards folded, and the board.
import { useState } from "preact/hooks";
import { draftText } from "../own/drafts.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import type { CardKind } from "../protocol.gen.ts";
import { NOT_CARDS } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { Composer } from "./composer.tsx";
import { Outline } from "./outline.tsx";
import { OwnFolded } from "./own-folded.tsx";
import type { StepProps } from "./step.ts";

/** Writing in a step that is there for reading: behind a tap, open where words wait already. */
function Spark({ run, phase, kinds }: StepProps & { kinds: readonly CardKind[] }) {
  const [open] = useState(draftText(run.id, "card") !== "");
  return (
    <Disclosure summary={t("read.add")} open={open}>
      <Composer run={run.id} kinds={kinds} authorship={phase.authorship} field="card" />
    </Disclosure>
  );
}

/** Where one writes in this step. */
function goWrite(): void {
  document.querySelector<HTMLElement>("form.composer textarea")?.focus();
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
      <Outline first={kinds} unread={reading} {...(kinds.length > 0 && !reading ? { onWrite: goWrite } : {})} />
    </>
  );
}
