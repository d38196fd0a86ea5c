// What the screen of a step is given: the run that goes on, and the phase that it is a run of.
import type { PhaseEntry, RunEntry } from "../protocol.gen.ts";

export interface StepProps {
  readonly run: RunEntry;
  readonly phase: PhaseEntry;
}
