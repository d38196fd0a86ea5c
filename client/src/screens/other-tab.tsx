// Two tabs of one workshop: one writes, the other says so and offers to take over (E13).
import { writeHere } from "../own/tab.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { t } from "../words/words.ts";

export function OtherTab() {
  return (
    <Notice kind="warn" title={t("tab.title")}>
      <p>{t("tab.say")}</p>
      <div class="row">
        <Button onClick={() => void writeHere()}>{t("tab.here")}</Button>
      </div>
    </Notice>
  );
}
