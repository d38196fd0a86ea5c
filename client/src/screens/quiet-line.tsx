// One quiet line of text about the connection, after two seconds, or about a server that cannot save;
// never a window in the way.
import { useEffect, useRef } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { unanswered } from "../asking.ts";
import { outdated, slow, status } from "../connection.ts";
import { Button } from "../parts/button.tsx";
import { t } from "../words/words.ts";
import { room } from "../workshop.ts";

/** The server cannot save (its disk is full, say). It tells everybody, and again when it can. */
const paused = () => room.value?.saving === false;

function sentence(): string {
  const waiting = unanswered.value;
  if (slow.value) return waiting > 0 ? t("line.unsent", { count: waiting }) : t("line.waiting");
  if (paused()) return t("line.paused");
  return outdated.value ? t("line.outdated") : "";
}

/** The line, where it has something to say. */
export function QuietLine() {
  const say = sentence();
  const down = status.value.kind !== "live" && slow.value;
  useEffect(() => {
    if (down) announce(t("line.waiting"));
  }, [down]);
  const held = paused();
  const told = useRef(false);
  useEffect(() => {
    if (held !== told.current) announce(t(held ? "line.paused" : "line.resumed"));
    told.current = held;
  }, [held]);
  if (say === "") return null;
  return (
    <div class="quiet-line">
      <span class="quiet-line-dot" aria-hidden="true" />
      <span>{say}</span>
      {outdated.value && !down && !held && (
        <Button kind="quiet" onClick={() => location.reload()}>
          {t("line.reload")}
        </Button>
      )}
    </div>
  );
}
