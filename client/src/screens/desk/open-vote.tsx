import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import type { BallotEntry } from "../../protocol.gen.ts";
import { room } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { seatNames } from "./seats.ts";
import { t } from "./words.ts";

/** A vote that runs: later arrivals are let in by a tap, and nobody sees a count. */
export function OpenVote({ ballot }: { ballot: BallotEntry }) {
  const { act, problem } = useActing();
  const names = seatNames(room.value?.seats ?? []);
  const waiting = (room.value?.waiting ?? []).filter((seat) => names.has(seat));
  return (
    <div class="stack">
      <p>{t("desk.voteOpenSay")}</p>
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
