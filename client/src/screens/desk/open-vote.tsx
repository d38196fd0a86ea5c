import { ask } from "../../asking.ts";
import { closingIn } from "../../clock.ts";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import type { BallotEntry, RunEntry } from "../../protocol.gen.ts";
import { clockEntry, room } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { seatNames } from "./seats.ts";
import { t } from "./words.ts";

/** A vote that runs: later arrivals are let in by a tap, and its closing can be called back. */
export function OpenVote({ run, ballot }: { run: RunEntry; ballot: BallotEntry }) {
  const { act, busy, problem } = useActing();
  const closing = closingIn.value;
  const names = seatNames(room.value?.seats ?? []);
  const waiting = (room.value?.waiting ?? []).filter((seat) => names.has(seat));
  return (
    <div class="stack">
      {closing === null ? (
        <p>{t("desk.voteOpenSay")}</p>
      ) : (
        <>
          <Notice kind="warn" title={t("desk.closing", { count: closing })}>
            {t("desk.closingSay")}
          </Notice>
          <Button
            kind="main"
            big
            wide
            disabled={busy}
            onClick={() => void act(ask("KeepBallotOpen", { run: run.id, version: clockEntry.peek()?.version ?? 0 }))}
          >
            {t("desk.keepOpen")}
          </Button>
        </>
      )}
      {waiting.length > 0 && (
        <div class="stack stack-s">
          <h3>{t("desk.later")}</h3>
          {waiting.map((seat) => (
            <Button key={seat} onClick={() => void act(ask("LetIn", { ballot: ballot.id, seat }))}>
              {t("desk.letIn", { name: names.get(seat) ?? "" })}
            </Button>
          ))}
        </div>
      )}
      <Problem say={problem} />
    </div>
  );
}
