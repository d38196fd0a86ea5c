import type { ComponentChildren } from "preact";
import { HAT_DRAWINGS, type HatName, Tick } from "./icons.tsx";

/** One step of the agenda as the run sheet shows it. */
export interface Step {
  title: string;
  hat: HatName;
  /** Under the title: the way of thinking, or what is asked. */
  note?: string;
  /** At the end of the line: the minutes. */
  minutes: string;
  state: "done" | "now" | "next";
  /** The state in words, for those who do not see the mark. */
  say: string;
  /** Buttons that belong to this step. */
  more?: ComponentChildren;
}

/** The agenda from top to bottom: what is done, where we are, what comes. */
export function RunSheet({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol class="sheet-steps plain-list" aria-label={label}>
      {steps.map((step, position) => (
        <li
          class="step"
          data-state={step.state}
          aria-current={step.state === "now" ? "step" : undefined}
          key={position}
        >
          <span class="step-mark" data-hat={step.hat} aria-hidden="true">
            {step.state === "done" ? <Tick /> : HAT_DRAWINGS[step.hat]}
          </span>
          <span>
            <span class="step-title">{step.title}</span>
            <span class="visually-hidden"> {step.say}</span>
            {step.note && <span class="step-note"> · {step.note}</span>}
          </span>
          <span class="step-note">{step.minutes}</span>
          {step.more && <div class="step-more">{step.more}</div>}
        </li>
      ))}
    </ol>
  );
}
