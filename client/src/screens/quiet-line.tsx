// One quiet line of text about the connection, after two seconds; never a window in the way.
import { useEffect } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { unanswered } from "../asking.ts";
import { outdated, slow, status } from "../connection.ts";
import { Button } from "../parts/button.tsx";
import { t } from "../words/words.ts";

function sentence(): string {
  const waiting = unanswered.value;
  if (slow.value) return waiting > 0 ? t("line.unsent", { count: waiting }) : t("line.waiting");
  return outdated.value ? t("line.outdated") : "";
}

/** The line, where it has something to say. */
export function QuietLine() {
  const say = sentence();
  const down = status.value.kind !== "live" && slow.value;
  useEffect(() => {
    if (down) announce(t("line.waiting"));
  }, [down]);
  if (say === "") return null;
  return (
    <div class="line">
      <span class="line-dot" aria-hidden="true" />
      <span>{say}</span>
      {outdated.value && !down && (
        <Button kind="quiet" onClick={() => location.reload()}>
          {t("line.reload")}
        </Button>
      )}
    </div>
  );
}
