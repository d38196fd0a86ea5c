// A step in which one reads: first what was just shown, with "next unread".
import type { CardKind } from "../protocol.gen.ts";
import { NOT_CARDS } from "../words/kinds.ts";
import { entries, phaseOf, runs } from "../workshop.ts";
import { Outline } from "./outline.tsx";
import { OwnFolded } from "./own-folded.tsx";
import type { StepProps } from "./step.ts";

/** The kinds that were collected in the last shown run before this step. */
export function justShown(at: number): readonly CardKind[] {
  const before = runs.value.filter((run) => run.revealed && run.phase < at).sort((a, b) => b.phase - a.phase)[0];
  const kinds = phaseOf(entries.value, before ?? null)?.cards ?? [];
  return kinds.filter((kind) => !NOT_CARDS.has(kind));
}

export function Read({ run, phase }: StepProps) {
  const kinds = phase.cards.filter((kind) => !NOT_CARDS.has(kind));
  return (
    <>
      <OwnFolded run={run.id} />
      <Outline first={kinds.length > 0 ? kinds : justShown(run.phase)} unread />
    </>
  );
}
