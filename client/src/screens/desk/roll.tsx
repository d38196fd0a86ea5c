import { useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { Choice, Choices } from "../../parts/choice.tsx";
import { Notice } from "../../parts/notice.tsx";
import { TwoStep } from "../../parts/two-step.tsx";
import type { BallotEntry, RunEntry } from "../../protocol.gen.ts";
import { clockEntry, entries, optionsOf, room, session, workshop } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { seatNames, seatTags } from "./seats.ts";
import { t } from "./words.ts";

const FEW = 3;

/** "Who is here?": before a vote opens a person says who takes part in it. */
export function Roll({ run, ballot }: { run: RunEntry; ballot: BallotEntry }) {
  const { act, busy, problem } = useActing();
  // Whoever is here is ticked, also who comes while the list is open; what a person set stays.
  const [set, change] = useState<ReadonlyMap<string, boolean>>(new Map());
  const seats = room.value?.seats ?? [];
  const names = seatNames(seats);
  const ticked = seats.filter((seat) => set.get(seat.id) ?? seat.here).map((seat) => seat.id);
  const last = run.phase + 1 >= (workshop.value?.phases.length ?? 0);
  const nothing = ballot.options.length === 0 && optionsOf(entries.value).length === 0;
  return (
    <div class="stack">
      <p>{t("desk.rollSay")}</p>
      <Choices legend={t("desk.roll")}>
        {seats.map((seat) => (
          <Choice
            key={seat.id}
            type="checkbox"
            name="roll"
            label={names.get(seat.id) ?? ""}
            hint={seatTags(seat, session.value?.seat ?? "").join(", ") || undefined}
            checked={ticked.includes(seat.id)}
            onChange={(checked) => change(new Map(set).set(seat.id, checked))}
          />
        ))}
      </Choices>
      {nothing && <Notice kind="warn">{t("desk.rollEmpty")}</Notice>}
      {!nothing && ticked.length === 0 && <Notice kind="warn">{t("desk.rollNobody")}</Notice>}
      {!nothing && ticked.length > 0 && ticked.length < FEW && <Notice kind="warn">{t("desk.rollSmall")}</Notice>}
      <Button
        kind="main"
        big
        wide
        disabled={busy || nothing || ticked.length === 0}
        onClick={() => void act(ask("ConfirmRoll", { run: run.id, ballot: ballot.id, seats: ticked }))}
      >
        {t("desk.rollOpen", { count: ticked.length })}
      </Button>
      {!last && (
        <TwoStep
          kind="quiet"
          label={t("desk.skip")}
          confirm={t("desk.skipYes")}
          cancel={t("desk.cancel")}
          onConfirm={() => void act(ask("NextPhase", { run: run.id, version: clockEntry.peek()?.version ?? 0 }))}
        >
          <p>{t("desk.skipSay")}</p>
        </TwoStep>
      )}
      <Problem say={problem} />
    </div>
  );
}
