// One screen for people who come while it is going on: the question, where we are, what counts (E10).
import { caughtUp } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
import { ClockFace } from "../parts/clock-face.tsx";
import { t } from "../words/words.ts";
import { cards, phase, run, runs, workshop } from "../workshop.ts";
import { PromiseText } from "./promise.tsx";

/** Whether this person has come after the first step and has not seen the page yet. */
export function mustCatchUp(): boolean {
  const head = workshop.value;
  if (head === null || caughtUp.value || head.state !== "running") return false;
  const steps = runs.value.filter((one) => one.id !== head.worry_run);
  const first = run.value?.phase === 0 && steps.length <= 1;
  return !first;
}

/** The question everybody works on: the signed question card, or else the purpose. */
export function focusQuestion(): string {
  const question = cards.value.find((card) => card.kind === "question");
  return question?.text ?? workshop.value?.purpose ?? "";
}

export function CatchUp() {
  const head = workshop.value;
  const at = run.value;
  if (head === null || at === null) return null;
  const unseen = at.stage === "write" || at.stage === "check" || at.stage === "vote";
  return (
    <div class="column stack stack-l">
      <h1>{t("late.title")}</h1>
      <section class="stack stack-s">
        <h2>{t("late.question")}</h2>
        <p class="lead">{focusQuestion()}</p>
      </section>
      <section class="stack stack-s">
        <h2>{t("late.where")}</h2>
        <p>{t("late.step", { step: at.phase + 1, steps: head.phases.length, title: phase.value?.title ?? "" })}</p>
        <ClockFace size="big" />
        <p>{phase.value?.prompt}</p>
      </section>
      <section class="stack stack-s">
        <h2>{t("late.rules")}</h2>
        <ul>
          <li>{t("late.rule_hat")}</li>
          <li>{t(unseen ? "late.rule_unseen" : "late.rule_seen")}</li>
          <li>{t("late.rule_free")}</li>
        </ul>
        <PromiseText />
      </section>
      <div class="row">
        <Button kind="main" big onClick={() => (caughtUp.value = true)}>
          {t("late.go")}
        </Button>
      </div>
    </div>
  );
}
