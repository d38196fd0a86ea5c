// The step that everybody is in: its band with the prompt and the clock, what to do, and what is always there.
import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { closingIn } from "../clock.ts";
import { Later, Lazy } from "../lazy.tsx";
import { writing } from "../own/kept.ts";
import { ClockFace } from "../parts/clock-face.tsx";
import { HatBadge } from "../parts/hat.tsx";
import type { PhaseEntry, RunEntry } from "../protocol.gen.ts";
import { hatName } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { ballot, phase, run, session, workshop } from "../workshop.ts";
import { Always } from "./always.tsx";
import { Break } from "./break.tsx";
import { Check } from "./check.tsx";
import { CheckIn } from "./check-in.tsx";
import { Close } from "./close.tsx";
import { Fixes } from "./fixes.tsx";
import { Group } from "./group.tsx";
import { Leftovers } from "./leftovers.tsx";
import { Live } from "./live.tsx";
import { OtherTab } from "./other-tab.tsx";
import { Read } from "./read.tsx";
import { Result } from "./result.tsx";
import type { StepProps } from "./step.ts";
import { Vote } from "./vote.tsx";
import { WaitingRoom } from "./waiting-room.tsx";
import { Cautions, Weigh } from "./weigh.tsx";
import { Write } from "./write.tsx";

const goodbye = () => import("./goodbye.tsx");

/** The screen for a step: by what its run is for, then by the kind of its phase. */
export function screenFor(run: RunEntry, phase: PhaseEntry): ComponentType<StepProps> {
  if (run.stage === "vote") return Vote;
  if (run.stage === "result") return Result;
  if (run.stage === "check") return Check;
  if (phase.kind === "break") return Break;
  if (phase.kind === "weigh") return Weigh;
  if (phase.kind === "caution") return Cautions;
  if (phase.kind === "fix") return Fixes;
  if (phase.kind === "close") return Close;
  if (phase.cards.includes("theme")) return Group;
  if (run.stage === "write") return Write;
  if (run.stage === "read") return Read;
  return phase.kind === "check_in" ? CheckIn : Live;
}

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, dialog[open] *";

/** What to say of a step that comes round again; a vote after a tie is no new round for those who vote. */
function roundOf(at: RunEntry): string {
  if (at.round <= 1) return "";
  return ballot.value?.run_off ? t("stage.run_off") : t("stage.round", { round: at.round });
}

function Band({ title, prompt, at }: { title: string; prompt: string; at: StepProps | null }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const place = at === null ? (workshop.value?.state ?? "") : `${at.run.id}/${at.run.stage}`;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    // A new step: its heading gets the focus, unless somebody is in the middle of a word.
    if (!document.activeElement?.matches(TYPING)) heading.current?.focus();
  }, [place]);
  const hat = at?.phase.hat ?? "none";
  const again = at === null ? "" : roundOf(at.run);
  const step = at && t("stage.step", { step: at.run.phase + 1, steps: workshop.value?.phases.length ?? 0 });
  return (
    <header class="stage-head hat-edge" data-hat={hat}>
      <div class="stage-head-in">
        {at && (
          <div class="stage-top">
            <span class="row stage-where">
              {hat !== "none" && <HatBadge hat={hat} label={hatName(hat)} />}
              <span class="small muted">{again === "" ? step : `${step} · ${again}`}</span>
            </span>
            <ClockFace />
          </div>
        )}
        <h1 ref={heading} tabIndex={-1} class="stage-title">
          {title}
        </h1>
        {prompt && <p class="prompt">{prompt}</p>}
        {closingIn.value !== null && <p class="closing">{t("stage.closing", { count: closingIn.value })}</p>}
      </div>
    </header>
  );
}

function Step({ run: at, phase: during }: StepProps) {
  const Screen = screenFor(at, during);
  return <Screen key={at.id} run={at} phase={during} />;
}

/** What people are asked to do in a step. A result is there to be read: its phase asked for the vote before it. */
function promptOf(step: StepProps | null): string {
  return step === null || step.run.stage === "result" ? "" : step.phase.prompt;
}

const notices = () => import("./moderation/notices.tsx");

/** What is shown of the workshop now. It stands inside the page's `main`; `beneath` goes under its band. */
export function Stage({ beneath }: { beneath?: ComponentChildren }) {
  const head = workshop.value;
  const at = run.value;
  const during = phase.value;
  if (head === null) return null;
  const step = head.state === "running" && at !== null && during !== null ? { run: at, phase: during } : null;
  const title = head.state === "ended" ? t("goodbye.title") : step === null ? t("waiting.title") : step.phase.title;
  const leads = session.value?.role === "facilitator";
  return (
    <>
      <Band title={title} prompt={promptOf(step)} at={step} />
      {beneath}
      <div class="column stack stack-l">
        {!writing.value && <OtherTab />}
        {head.state === "running" && <Later load={notices} />}
        {head.state !== "ended" && <Leftovers />}
        {step !== null && <Step {...step} />}
        {head.state === "waiting" && <WaitingRoom />}
        {head.state === "ended" && <Lazy load={goodbye} />}
      </div>
      {head.state === "running" && <Always leads={leads} />}
    </>
  );
}
