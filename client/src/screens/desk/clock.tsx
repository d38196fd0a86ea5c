import { useRef } from "preact/hooks";
import { ask } from "../../asking.ts";
import { paused, remaining, serverNow } from "../../clock.ts";
import { Button } from "../../parts/button.tsx";
import { Pause, Play } from "../../parts/icons.tsx";
import type { TimingEntry } from "../../protocol.gen.ts";
import { locale } from "../../words/languages.ts";
import { clockEntry, entries, run, workshop } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { timing } from "./steps.ts";
import { t } from "./words.ts";

const STEPS = [-1, 1, 2, 5];

function stepName(minutes: number): string {
  return minutes < 0 ? t("desk.lessMinute") : t("desk.moreMinutes", { count: minutes });
}

/** Whether we run late and when we would end; for those who lead only. */
export function Lateness() {
  // Once a second is often enough for whole minutes.
  void remaining.value;
  const started = (entries.value.get("timing") as TimingEntry | undefined)?.started_at ?? 0;
  const clock = clockEntry.value;
  if (workshop.value === null || clock === null || run.value === null) return null;
  const found = timing(workshop.value.phases, run.value.phase, started, clock, serverNow());
  if (found === null) return null;
  const { late, end } = found;
  const time = new Date(end).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
  const how =
    late > 0 ? t("desk.late", { count: late }) : late < 0 ? t("desk.early", { count: -late }) : t("desk.onTime");
  return (
    <p class="small muted">
      {late > 0 ? <strong>{how}</strong> : how}, {t("desk.finish", { time })}
    </p>
  );
}

/** A minute less, some minutes more, stop and go on. */
export function ClockControls() {
  const { act, problem } = useActing();
  const queue = useRef(Promise.resolve());
  const next = useRef(0);
  const clock = clockEntry.value;
  const current = run.value;
  if (clock === null || current === null || clock.closing_at > 0) return null;
  const at = { run: current.id, version: clock.version };
  // A second press waits for the first one's answer, and counts from there.
  function extend(seconds: number) {
    queue.current = queue.current.then(async () => {
      const run = current?.id ?? "";
      const version = Math.max(clockEntry.peek()?.version ?? 0, next.current);
      const answer = await act(ask("ExtendPhase", { run, version, seconds }));
      if (answer.status === "ok") next.current = version + 1;
    });
  }
  return (
    <fieldset class="stack stack-s" aria-label={t("desk.clock")}>
      <div class="clock-steps">
        {STEPS.map((minutes) => (
          <Button
            key={minutes}
            aria-label={stepName(minutes)}
            title={stepName(minutes)}
            onClick={() => extend(minutes * 60)}
          >
            {minutes < 0 ? `−${-minutes}` : `+${minutes}`}
          </Button>
        ))}
        <Button
          aria-label={paused.value ? t("desk.resume") : t("desk.pause")}
          title={paused.value ? t("desk.resume") : t("desk.pause")}
          onClick={() => void act(ask(paused.value ? "ResumePhase" : "PausePhase", at))}
        >
          {paused.value ? <Play /> : <Pause />}
        </Button>
      </div>
      <Problem say={problem} />
    </fieldset>
  );
}
