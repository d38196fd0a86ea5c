// What is at hand on every screen: "I'm done", and keeping a worry for later without leaving the place.
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../asking.ts";
import { ownCards } from "../own/cards.ts";
import { draftText } from "../own/drafts.ts";
import { kept, writing } from "../own/kept.ts";
import { Button } from "../parts/button.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { t } from "../words/words.ts";
import { room, run, workshop } from "../workshop.ts";
import { lastTyped } from "./caret.ts";
import { Composer } from "./composer.tsx";
import { OwnList } from "./own-list.tsx";

/** The run that this person said "I'm done" with; a reload does not forget it. */
export const doneWith = kept("done", "");

function DoneButton() {
  const at = run.value;
  if (at === null || (at.stage !== "write" && at.stage !== "check")) return null;
  const done = doneWith.value === at.id;
  const press = () => {
    doneWith.value = done ? "" : at.id;
    void ask("MarkDone", { run: at.id, done: !done }).then((answer) => {
      // Not taken: the button says again what the server knows. A step that is over needs neither.
      if (answer.status === "refused") doneWith.value = done ? at.id : "";
    });
  };
  return (
    <Button aria-pressed={done} disabled={!writing.value} onClick={press}>
      {t(done ? "done.yes" : "done.no")}
    </Button>
  );
}

function WorryPanel({ run: into, onClose }: { run: string; onClose: () => void }) {
  const stage = run.value?.stage;
  const mine = ownCards.value.filter((card) => card.run === into);
  return (
    <section class="worry stack stack-s" aria-label={t("worry.title")}>
      <Composer
        run={into}
        kinds={["caution"]}
        authorship="unsigned"
        field="worry"
        label={t("worry.label")}
        add={t("worry.add")}
        hint={t("worry.hint")}
        onAdded={onClose}
        onEscape={onClose}
        cancel={t("worry.close")}
        focus
        about
        warned={stage === "write"}
      />
      {mine.length > 0 && (
        <Disclosure summary={t("worry.mine", { count: mine.length })}>
          <OwnList cards={mine} label={t("worry.yours")} />
        </Disclosure>
      )}
    </section>
  );
}

/** Keeping a worry: one tap opens the place for it, and afterwards one goes on where one was. */
function useWorryPanel(keeping: boolean) {
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const at = run.value?.id ?? "";
  useEffect(() => {
    // A new step closes an empty panel, so that it never stands in the way; words stay open.
    if (!keeping || (at !== "" && draftText(workshop.peek()?.worry_run ?? "", "worry") === "")) setOpen(false);
  }, [keeping, at]);
  const show = () => {
    before.current = lastTyped();
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => {
      const back = before.current;
      if (back instanceof HTMLElement && back.isConnected) back.focus();
      else button.current?.focus();
    });
  };
  return { open, show, close, button };
}

/** The bar at the lower edge. It is empty, and then not there, where neither fits. */
export function Always({ leads }: { leads: boolean }) {
  const stage = run.value?.stage;
  // While everybody checks their worries, the step itself is the place for them.
  const keeping = (workshop.value?.keeping ?? false) && stage !== "check";
  const panel = useWorryPanel(keeping);
  const sealed = stage === "write" || stage === "check";
  const away = !leads && room.value?.facilitator_here === false;
  if (!keeping && !sealed && !away) return null;
  return (
    <aside class="always" aria-label={t("always.label")}>
      {panel.open && keeping && <WorryPanel run={workshop.value?.worry_run ?? ""} onClose={panel.close} />}
      {away && <p class="away small muted">{t("always.away")}</p>}
      <div class="bar-bottom">
        {keeping && !panel.open && (
          <Button aria-expanded={false} buttonRef={panel.button} onClick={panel.show}>
            {t("worry.open")}
          </Button>
        )}
        {sealed && <DoneButton />}
      </div>
    </aside>
  );
}
