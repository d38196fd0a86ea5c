import type { PhaseEntry } from "../../protocol.gen.ts";

/** An agenda at a glance: one piece for each step, as long as its minutes. Words say the same beneath. */
export function AgendaStrip({ phases }: { phases: readonly PhaseEntry[] }) {
  return (
    <span class="strip" aria-hidden="true">
      {phases.map((phase, position) => (
        <span key={position} class="strip-piece" data-hat={phase.hat} style={{ flexGrow: phase.minutes }} />
      ))}
    </span>
  );
}
