import { useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { Choice, Choices } from "../../parts/choice.tsx";
import { Disclosure } from "../../parts/disclosure.tsx";
import { Notice } from "../../parts/notice.tsx";
import { RunSheet, type Step } from "../../parts/run-sheet.tsx";
import { hatNote } from "../../words/kinds.ts";
import { ballot, clockEntry, run, runs, workshop } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { t } from "./words.ts";

/** The run sheet: every step with its minutes, what is done, where we are. */
export function Agenda() {
  const phases = workshop.value?.phases ?? [];
  const ended = workshop.value?.state === "ended";
  const current = ended ? phases.length : (run.value?.phase ?? -1);
  const steps = phases.map((phase, position): Step => {
    const state = position === current ? "now" : position < current ? "done" : "next";
    const say = { done: t("desk.sheetDone"), now: t("desk.sheetNow"), next: t("desk.sheetNext") }[state];
    const minutes = t("desk.min", { count: phase.minutes });
    return { title: phase.title, hat: phase.hat, note: hatNote(phase), minutes, state, say };
  });
  return (
    <div class="stack">
      <RunSheet steps={steps} label={t("desk.sheet")} />
      {current > 0 && !ended && <Back key={current} current={current} />}
    </div>
  );
}

/** Going back to an earlier step, with what that does. */
function Back({ current }: { current: number }) {
  const { act, busy, problem } = useActing();
  const [to, setTo] = useState(-1);
  const phases = workshop.value?.phases ?? [];
  const version = clockEntry.value?.version ?? 0;
  const voting = run.value?.stage === "vote" && ballot.value !== null;
  const shown = runs.value.some((one) => one.revealed && phases[one.phase]?.kind === "caution");
  const ideas = to >= 0 && phases.slice(to, current).some((p) => p.kind === "ideate" && p.cards.includes("idea"));
  return (
    <Disclosure summary={t("desk.back")}>
      <div class="stack">
        <Choices legend={t("desk.backWhich")}>
          {phases.slice(0, current).map((phase, position) => (
            <Choice
              key={position}
              type="radio"
              name="back"
              label={phase.title}
              checked={to === position}
              onChange={() => setTo(position)}
            />
          ))}
        </Choices>
        <Notice kind="warn">
          <p>{t("desk.backSay")}</p>
          {voting && <p>{t("desk.backVote")}</p>}
          {ideas && shown && <p>{t("desk.backIdeas")}</p>}
        </Notice>
        <Button
          disabled={busy || to < 0}
          onClick={() => void act(ask("BackPhase", { run: run.peek()?.id ?? "", phase: to, version }))}
        >
          {t("desk.backYes")}
        </Button>
        <Problem say={problem} />
      </div>
    </Disclosure>
  );
}
