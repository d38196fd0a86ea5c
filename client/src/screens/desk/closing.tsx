import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { clockEntry, run } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { t } from "./words.ts";

/** A vote that closes in some seconds, and how to call that back. */
export function Closing({ seconds }: { seconds: number }) {
  const { act, busy, problem } = useActing();
  const keep = () => ask("KeepBallotOpen", { run: run.peek()?.id ?? "", version: clockEntry.peek()?.version ?? 0 });
  return (
    <div class="next stack stack-s">
      <Notice kind="warn" title={t("desk.closing", { count: seconds })}>
        {t("desk.closingSay")}
      </Notice>
      <Button kind="main" big wide disabled={busy} onClick={() => void act(keep())}>
        {t("desk.keepOpen")}
      </Button>
      <Problem say={problem} />
    </div>
  );
}
