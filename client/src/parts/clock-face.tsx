import { paused, remaining } from "../clock.ts";
import parts from "../words/en-parts.json";
import { timeInWords } from "../words/time.ts";
import { words } from "../words/words.ts";
import { phase, run } from "../workshop.ts";
import { Timer } from "./timer.tsx";

const t = words(parts, "parts");

/** The workshop's clock, the same on every screen. Nothing where no clock runs. */
export function ClockFace({ size = "small" }: { size?: "small" | "big" | "huge" }) {
  const seconds = remaining.value;
  if (seconds === null) return null;
  const up = seconds <= 0;
  const mark = paused.value ? t("parts.stopped") : up ? t("parts.timeUp") : undefined;
  const time = t("parts.timeLeft", { time: timeInWords(seconds) });
  const stage = run.value?.stage;
  const whole = stage === "check" || stage === "result" ? undefined : phase.value?.minutes;
  return (
    <Timer
      seconds={seconds}
      say={up ? t("parts.timeUp") : mark ? `${time}, ${mark}` : time}
      mark={mark}
      size={size}
      {...(whole === undefined ? {} : { of: whole * 60 })}
    />
  );
}
