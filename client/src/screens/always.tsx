// What is at hand on every screen: "I'm done", and keeping a worry for later without leaving the place.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../asking.ts";
import { ownCards } from "../own/cards.ts";
import { Button } from "../parts/button.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { t } from "../words/words.ts";
import { room, run, workshop } from "../workshop.ts";
import { Composer } from "./composer.tsx";
import { OwnList } from "./own-list.tsx";

/** The run that this person said "I'm done" with. */
const doneWith = signal("");

function DoneButton() {
  const at = run.value;
  if (at === null || (at.stage !== "write" && at.stage !== "check")) return null;
  const done = doneWith.value === at.id;
  const press = () => {
    doneWith.value = done ? "" : at.id;
    void ask("MarkDone", { run: at.id, done: !done });
  };
  return (
    <Button aria-pressed={done} onClick={press}>
      {t(done ? "done.yes" : "done.no")}
    </Button>
  );
}

function WorryPanel({ onClose }: { onClose: () => void }) {
  const head = workshop.value;
  if (head === null) return null;
  const mine = ownCards.value.filter((card) => card.run === head.worry_run);
  return (
    <section class="worry stack stack-s" aria-label={t("worry.title")}>
      <Composer
        run={head.worry_run}
        kinds={["caution"]}
        authorship="unsigned"
        field="worry"
        label={t("worry.label")}
        add={t("worry.add")}
        hint={t("worry.hint")}
        focus
        about
      />
      {mine.length > 0 && (
        <Disclosure summary={t("worry.mine", { count: mine.length })}>
          <OwnList cards={mine} label={t("worry.yours")} />
        </Disclosure>
      )}
      <div class="row">
        <Button kind="quiet" onClick={onClose}>
          {t("worry.close")}
        </Button>
      </div>
    </section>
  );
}

/** The bar at the lower edge. It is empty, and then not there, where neither fits. */
export function Always({ leads }: { leads: boolean }) {
  const [open, setOpen] = useState(false);
  const keeping = workshop.value?.keeping ?? false;
  const stage = run.value?.stage;
  const sealed = stage === "write" || stage === "check";
  useEffect(() => {
    if (!keeping) setOpen(false);
  }, [keeping]);
  const away = !leads && room.value?.facilitator_here === false;
  if (!keeping && !sealed && !away) return null;
  return (
    <aside class="always" aria-label={t("always.label")}>
      {open && keeping && <WorryPanel onClose={() => setOpen(false)} />}
      <div class="bar-bottom">
        {away && <p class="small muted grow">{t("always.away")}</p>}
        {keeping && !open && (
          <Button aria-expanded={open} onClick={() => setOpen(true)}>
            {t("worry.open")}
          </Button>
        )}
        {sealed && <DoneButton />}
      </div>
    </aside>
  );
}
