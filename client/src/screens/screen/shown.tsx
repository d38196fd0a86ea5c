// What the room's screen shows of the board: only what this step is about, and only what has been shown to all.
import { boardOf } from "../../board.ts";
import { type CardKind, HATS, type PhaseEntry, type RunEntry } from "../../protocol.gen.ts";
import { NOT_CARDS } from "../../words/kinds.ts";
import { ballot, entries, optionsOf } from "../../workshop.ts";
import { t } from "../desk/words.ts";
import { justShown } from "../read.tsx";
import { Ending, Result } from "./ending.tsx";
import { countOf, Options, Wall } from "./wall.tsx";

/** The kinds of cards that a step is about. */
export function kindsOf(run: RunEntry, phase: PhaseEntry): readonly CardKind[] {
  if (run.stage === "read") return justShown(run.phase);
  if (phase.cards.includes("theme")) return ["idea"];
  if (phase.kind === "fix") return ["fix", "caution"];
  return phase.cards.filter((kind) => !NOT_CARDS.has(kind));
}

/** While everybody writes: where, and what helps in this way of thinking. */
function Helps({ phase }: { phase: PhaseEntry }) {
  return (
    <div class="wall-helps">
      <ul class="plain-list">
        {HATS[phase.hat].do.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p class="wall-word">{t("screen.writing")}</p>
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
  if (run.stage === "write" && phase.kind !== "weigh") return <Helps phase={phase} />;
  if (run.stage === "write") {
    return (
      <>
        <p class="wall-word">{t("screen.writing")}</p>
        <Options list={optionsOf(view)} />
      </>
    );
  }
  if (phase.kind === "close") return <Ending />;
  const kinds = kindsOf(run, phase);
  return <Wall sections={boardOf(view, kinds).filter((one) => kinds.includes(one.kind) && countOf(one) > 0)} />;
}
