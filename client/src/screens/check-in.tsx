// The first step: say hello, and try the board with a card that does not matter.
import { Notice } from "../parts/notice.tsx";
import { t } from "../words/words.ts";
import { Live } from "./live.tsx";
import type { StepProps } from "./step.ts";

export function CheckIn(props: StepProps) {
  return (
    <>
      <Notice title={t("checkin.title")}>{t("checkin.say")}</Notice>
      <Live {...props} />
    </>
  );
}
