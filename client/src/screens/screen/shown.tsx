// What the room's screen shows of the board: only what this step is about, and only what has been shown to all.
import { boardOf } from "../../board.ts";
import type { PhaseEntry, RunEntry } from "../../protocol.gen.ts";
import { hatHelp } from "../../words/kinds.ts";
import { t as words } from "../../words/words.ts";
import { ballot, entries, optionsOf, takes } from "../../workshop.ts";
import { t } from "../desk/words.ts";
import { t as s } from "../sorting/words.ts";
import { kindsOf } from "../step-kinds.ts";
import { Ending, Result } from "./ending.tsx";
import { countOf, Options, Wall } from "./wall.tsx";

/** While there is nothing to look at: where one writes, and what helps in this way of thinking. */
function Helps({ phase, say }: { phase: PhaseEntry; say: string }) {
  return (
    <div class="wall-helps">
      <ul class="plain-list">
        {hatHelp(phase.hat).do.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {say && <p class="wall-word">{say}</p>}
    </div>
  );
}

/** What stands under the prompt in this step. */
export function Shown({ run, phase }: { run: RunEntry; phase: PhaseEntry }) {
  const view = entries.value;
  if (run.stage === "result" && ballot.value !== null) return <Result at={ballot.value} />;
  if (run.stage === "vote") {
    const draft = ballot.value?.state === "draft";
    const list = draft || ballot.value === null ? optionsOf(view) : ballot.value.options;
    return (
      <>
        <p class="wall-word">{draft ? t("screen.draft") : t("screen.voting")}</p>
        <Options list={list} />
      </>
    );
  }
  if (run.stage === "check") return <p class="wall-word">{t("screen.checking")}</p>;
  if (run.stage === "write" && phase.kind !== "weigh") return <Helps phase={phase} say={t("screen.writing")} />;
  if (run.stage === "write") {
    return (
      <>
        <p class="wall-word">{t("screen.writing")}</p>
        <Options list={optionsOf(view)} />
      </>
    );
  }
  if (phase.kind === "close") return <Ending />;
  if (phase.kind === "break") return <p class="wall-word">{words("break.say")}</p>;
  const kinds = kindsOf(run, phase);
  const sections = boardOf(view, kinds).filter((one) => kinds.includes(one.kind) && countOf(one) > 0);
  if (sections.length > 0) return <Wall sections={sections} />;
  return <Helps phase={phase} say={takes(run, phase, kinds[0] ?? "") ? s("wall.empty") : ""} />;
}
