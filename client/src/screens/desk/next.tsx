import { ask } from "../../asking.ts";
import { closingIn } from "../../clock.ts";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { TwoStep } from "../../parts/two-step.tsx";
import { ballot, clockEntry, entries, phase, room, run, runOf, session, workshop } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { Closing } from "./closing.tsx";
import { type Move, type NextMove, nextMove } from "./next-move.ts";
import { t } from "./words.ts";

function askFor(move: Move) {
  const current = run.peek()?.id ?? "";
  if (move === "start") return ask("StartWorkshop", {});
  if (move === "end") return ask("EndWorkshop", { run: current });
  return ask("NextPhase", { run: current, version: clockEntry.peek()?.version ?? 0 });
}

/** What the big button would do now, or null where there is no workshop yet. */
export function moveNow(): NextMove | null {
  if (workshop.value === null || room.value === null) return null;
  return nextMove({
    workshop: workshop.value,
    run: run.value,
    phase: phase.value,
    ballot: ballot.value,
    worries: runOf(entries.value, workshop.value.worry_run),
    room: room.value,
    cofacilitator: session.value?.cofacilitator ?? false,
    closingSeconds: Math.round((session.value?.pace.closing_ms ?? 0) / 1000),
  });
}

/** The one big button. Where it shows something or ends the workshop it says so first. */
export function NextButton({ big }: { big?: boolean }) {
  const { act, busy, problem } = useActing();
  const next = moveNow();
  const closing = closingIn.value;
  if (closing !== null) return <Closing seconds={closing} />;
  if (next === null || next.move === "none" || next.move === "roll") return null;
  if (next.move === "wait") return <p class="muted">{next.label}</p>;
  const press = () => void act(askFor(next.move));
  const looks = { kind: "main" as const, wide: true, big: big ?? false, disabled: busy };
  return (
    <div class="next stack stack-s">
      {next.say.length + next.warn.length === 0 ? (
        <Button onClick={press} {...looks}>
          {next.label}
        </Button>
      ) : (
        <TwoStep
          // A question about one step is not asked again about another.
          key={`${run.value?.id} ${next.move}`}
          label={next.label}
          confirm={next.confirm}
          cancel={t("desk.cancel")}
          onConfirm={press}
          {...looks}
        >
          {next.say.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {next.warn.map((sentence) => (
            <Notice kind="warn" key={sentence}>
              {sentence}
            </Notice>
          ))}
        </TwoStep>
      )}
      <Problem say={problem} />
    </div>
  );
}
