// The step that everybody is in: its band with the prompt and the clock, what to do, and what is always there.
import { computed } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { closingIn } from "../clock.ts";
import { Later, Lazy } from "../lazy.tsx";
import { writing } from "../own/kept.ts";
import { saves } from "../own/settings.ts";
import { boardView } from "../own/view.ts";
import { ClockFace } from "../parts/clock-face.tsx";
import { HatBadge } from "../parts/hat.tsx";
import type { PhaseEntry, RunEntry } from "../protocol.gen.ts";
import { hatName } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { ballot, cards, entries, phase, run, session, workshop } from "../workshop.ts";
import { Always } from "./always.tsx";
import { BoardView, ViewSwitch } from "./board-view.tsx";
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
import { readOutNow } from "./sorting/reading.ts";
import type { StepProps } from "./step.ts";
import { Vote } from "./vote.tsx";
import { WaitingRoom } from "./waiting-room.tsx";
import { Cautions, Weigh } from "./weigh.tsx";
import { Write } from "./write.tsx";

const goodbye = () => import("./goodbye.tsx");
const printing = () => import("../paper/printing.tsx");

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
            <span class="row stage-tools">
              <ViewSwitch />
              <ClockFace />
            </span>
          </div>
        )}
        <h1 ref={heading} tabIndex={-1} class="stage-title">
          {title}
        </h1>
        {prompt && (
          <p class="prompt">
            <bdi>{prompt}</bdi>
          </p>
        )}
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
const drawings = () => import("./drawings.tsx");
const openCard = () => import("./sorting/open-card.tsx");
const readingNow = () => import("./sorting/reading-now.tsx");

const anyDrawn = computed(() => [...entries.value.keys()].some((key) => key.startsWith("item:")));
const anyCards = computed(() => cards.value.length > 0);

/** Whether the list has something to say of drawings: there are some, or they may be made now. */
function drawnHere(at: RunEntry): boolean {
  const together = at.stage === "live" || at.stage === "read";
  return boardView.value !== "board" && (together || anyDrawn.value);
}

/** Around what a step asks for: the board beside it, or a column of its own. */
function Around({ board, children }: { board: boolean; children: ComponentChildren }) {
  return board ? <BoardView>{children}</BoardView> : <div class="column stack stack-l">{children}</div>;
}

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
      <Around board={step !== null && boardView.value === "board"}>
        {!writing.value && <OtherTab />}
        {head.state === "running" && <Later load={notices} />}
        {readOutNow.value !== null && <Later load={readingNow} />}
        {head.state !== "ended" && <Leftovers />}
        {step !== null && <Step {...step} />}
        {step !== null && drawnHere(step.run) && <Later load={drawings} />}
        {head.state === "waiting" && <WaitingRoom />}
        {head.state === "ended" && <Lazy load={goodbye} />}
      </Around>
      {anyCards.value && <Later load={openCard} />}
      {head.state !== "waiting" && !saves.value && <Later load={printing} />}
      {head.state === "running" && <Always leads={leads} />}
    </>
  );
}
