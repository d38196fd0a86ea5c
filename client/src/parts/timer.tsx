/** Whole seconds as people read them: `4:05`, `1:02:00`. Below zero counts as zero. */
export function clockText(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  const [hours, minutes, rest] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

interface TimerProps {
  seconds: number;
  /** How long the step was meant to be; with it a ring shows how much is left. */
  of?: number;
  /** What the time is, in words ("4 minutes left", "Time is up", "The clock is stopped"). */
  say: string;
  /** A word beside the numbers, such as "stopped" or "time is up". */
  mark?: string | undefined;
  size?: "small" | "big" | "huge";
}

const ROUND = 2 * Math.PI * 9;

/** The time that is left. It is a timer to assistive technology and never speaks by itself. */
export function Timer({ seconds, of, say, mark, size = "small" }: TimerProps) {
  const share = of ? Math.min(1, Math.max(0, seconds / of)) : 0;
  return (
    <span class="timer" role="timer" aria-live="off" aria-label={say} data-size={size}>
      {of !== undefined && (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle class="timer-track" cx="12" cy="12" r="9" />
          <circle cx="12" cy="12" r="9" stroke-dasharray={`${share * ROUND} ${ROUND}`} />
        </svg>
      )}
      <span aria-hidden="true">{clockText(seconds)}</span>
      {mark && (
        <span class="tag" aria-hidden="true">
          {mark}
        </span>
      )}
    </span>
  );
}
