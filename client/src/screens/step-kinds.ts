// Which cards a step is about.
import type { CardKind, PhaseEntry, RunEntry } from "../protocol.gen.ts";
import { NOT_CARDS } from "../words/kinds.ts";
import { justShown } from "./read.tsx";

/** The kinds of cards that a step is about: what it collects, or what was shown just before it. */
export function kindsOf(run: RunEntry, phase: PhaseEntry): readonly CardKind[] {
  if (run.stage === "read") return justShown(run.phase);
  if (phase.cards.includes("theme")) return ["idea"];
  if (phase.kind === "fix") return ["fix", "caution"];
  return phase.cards.filter((kind) => !NOT_CARDS.has(kind));
}
