import { useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { Choice, Choices } from "../../parts/choice.tsx";
import { Notice } from "../../parts/notice.tsx";
import type { BallotEntry, RunEntry, Way } from "../../protocol.gen.ts";
import { entries, titleOf } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { t } from "./words.ts";

/** Too close to call: take both, vote again with one dot, or talk for two minutes and then choose. Where few voted: talk. */
export function Tie({ run, ballot }: { run: RunEntry; ballot: BallotEntry }) {
  const { act, busy, problem } = useActing();
  const [option, setOption] = useState("");
  const name = (reference: string) => titleOf(entries.value, reference);
  const settle = (way: Way) =>
    void act(ask("SettleTie", { run: run.id, ballot: ballot.id, way, ...(way === "choose" ? { option } : {}) }));
  if (ballot.outcome !== "") {
    return (
      <Notice kind="good">{t(`desk.settled.${ballot.outcome}`, { what: ballot.chosen.map(name).join(" · ") })}</Notice>
    );
  }
  const among = ballot.few ? ballot.options : ballot.tied;
  return (
    <div class="stack">
      <p>{t(ballot.few ? "desk.fewSay" : "desk.tieSay")}</p>
      {!ballot.talked && !ballot.few && (
        <ul class="plain-list stack stack-s">
          {ballot.tied.map((reference) => (
            <li key={reference}>
              <strong>{name(reference)}</strong>
            </li>
          ))}
        </ul>
      )}
      <div class="stack stack-s">
        {!ballot.few && (
          <>
            <Button disabled={busy} onClick={() => settle("take_both")}>
              {ballot.tied.length === 2 ? t("desk.takeTwo") : t("desk.takeBoth")}
            </Button>
            <Button disabled={busy} onClick={() => settle("run_off")}>
              {t("desk.runOff")}
            </Button>
          </>
        )}
        {!ballot.talked && (
          <Button disabled={busy} onClick={() => settle("talk")}>
            {t("desk.talk")}
          </Button>
        )}
      </div>
      {ballot.talked && (
        <div class="stack">
          <p>{t("desk.talkedSay")}</p>
          <Choices legend={t("desk.choose")}>
            {among.map((reference) => (
              <Choice
                key={reference}
                type="radio"
                name="tie"
                label={name(reference)}
                checked={option === reference}
                onChange={() => setOption(reference)}
              />
            ))}
          </Choices>
          <Button kind="main" disabled={busy || option === ""} onClick={() => settle("choose")}>
            {t("desk.chooseYes")}
          </Button>
        </div>
      )}
      <Problem say={problem} />
    </div>
  );
}
