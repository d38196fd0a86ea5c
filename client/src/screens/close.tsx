// The last step: what was decided, who does what by when, and the blanks of the plan.
import { Disclosure } from "../parts/disclosure.tsx";
import type { CardKind } from "../protocol.gen.ts";
import { NOT_CARDS } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { entries, lastResult } from "../workshop.ts";
import { Actions } from "./actions.tsx";
import { Composer } from "./composer.tsx";
import { Decisions } from "./decisions.tsx";
import { Outline } from "./outline.tsx";
import { PlanFields } from "./plan-fields.tsx";
import { ResultOf } from "./result.tsx";
import type { StepProps } from "./step.ts";

export function Close({ run, phase }: StepProps) {
  const kinds = phase.cards.filter((kind: CardKind) => !NOT_CARDS.has(kind));
  const last = lastResult(entries.value);
  return (
    <>
      {phase.cards.includes("decision") && <Decisions run={run.id} />}
      {phase.cards.includes("action") && <Actions run={run.id} />}
      {kinds.length > 0 && <Composer run={run.id} kinds={kinds} authorship={phase.authorship} field="card" />}
      <PlanFields />
      {last !== null && (
        <Disclosure summary={t("close.result")}>
          <div class="stack">
            <ResultOf at={last} />
          </div>
        </Disclosure>
      )}
      <Disclosure summary={t("outline.so_far")}>
        <Outline first={[]} />
      </Disclosure>
    </>
  );
}
