// Two tabs of one workshop: one writes, the other says so and offers to take over (E13).
import { Later } from "../lazy.tsx";
import { writing } from "../own/kept.ts";
import { offered } from "../own/seat.ts";
import { writeHere } from "../own/tab.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { t } from "../words/words.ts";

/** What a box to type in is given: in a tab that only reads it can be read and copied, and says why nothing more. */
export function typing(hint?: string): { readOnly: boolean; hint: string | undefined } {
  if (writing.value) return { readOnly: false, hint };
  return { readOnly: true, hint: offered.value === null ? t("tab.reads") : undefined };
}

const away = () => import("./moving-away.tsx");

export function OtherTab() {
  if (offered.value !== null) return <Later load={away} />;
  return (
    <Notice kind="warn" title={t("tab.title")}>
      <p>{t("tab.say")}</p>
      <div class="row">
        <Button onClick={() => void writeHere()}>{t("tab.here")}</Button>
      </div>
    </Notice>
  );
}
