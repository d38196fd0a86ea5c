// The participant's page: a slim bar, the quiet line, and the step that everybody is in.
import { useEffect, useRef } from "preact/hooks";
import { caughtUp } from "../own/seat.ts";
import { t } from "../words/words.ts";
import { workshop } from "../workshop.ts";
import { CatchUp, mustCatchUp } from "./catch-up.tsx";
import { Help } from "./help.tsx";
import { QuietLine } from "./quiet-line.tsx";
import { Stage } from "./stage.tsx";
import { useTitle } from "./title.ts";
import { You } from "./you.tsx";

export function Participant() {
  const main = useRef<HTMLElement>(null);
  const title = workshop.value?.title ?? "";
  useTitle(title);
  const late = mustCatchUp();
  useEffect(() => {
    // Whoever was here from the start has nothing to catch up on.
    if (!late) caughtUp.value = true;
  }, [late]);
  return (
    <div class="page">
      <button type="button" class="skip visually-hidden" onClick={() => main.current?.focus()}>
        {t("app.skip")}
      </button>
      <header>
        <div class="bar">
          <span class="bar-title">{title}</span>
          <span class="row bar-own">
            <Help />
            <You />
          </span>
        </div>
        <QuietLine />
      </header>
      <main id="main" class="main" ref={main} tabIndex={-1}>
        {late ? <CatchUp /> : <Stage />}
      </main>
    </div>
  );
}
