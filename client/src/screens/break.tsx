import { t } from "../words/words.ts";
import type { StepProps } from "./step.ts";

/** A rest: nothing is asked. */
export function Break(_: StepProps) {
  return <p class="lead">{t("break.say")}</p>;
}
