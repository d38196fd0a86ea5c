import { useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { here } from "../../door.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { TwoStep } from "../../parts/two-step.tsx";
import { LIMITS } from "../../protocol.gen.ts";
import { keepingEntry, session } from "../../workshop.ts";
import { Exports } from "../exports.tsx";
import { KeptUntil } from "../kept-until.tsx";
import { Problem, useActing } from "./acting.tsx";
import { t } from "./words.ts";

/** For how many days the workshop is kept. */
function Days() {
  const { act, busy, problem } = useActing();
  const saved = keepingEntry.value?.days ?? 0;
  const [typed, setTyped] = useState<string | null>(null);
  const { least, most } = LIMITS.KeepFor.days;
  const days = Number(typed ?? saved);
  const fits = Number.isInteger(days) && days >= least && days <= most;

  async function save() {
    const answer = await act(ask("KeepFor", { days, version: keepingEntry.peek()?.version ?? 0 }));
    if (answer.status === "ok") setTyped(null);
  }

  return (
    <>
      <Field
        label={t("desk.keepDays")}
        hint={t("desk.keepHint")}
        error={fits ? undefined : t("desk.keepHint")}
        inputMode="numeric"
        value={typed ?? String(saved)}
        maxLength={3}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {fits && days !== saved && (
        <div class="row">
          <Button disabled={busy} onClick={() => void save()}>
            {t("desk.keepSave")}
          </Button>
        </div>
      )}
      <Problem say={problem} />
    </>
  );
}

/** Until when all is kept, and deleting it now: only for whoever opened the workshop. */
export function Deleting() {
  const { act, problem } = useActing();
  if (session.value?.cofacilitator) return <KeptUntil />;
  return (
    <div class="stack">
      <div class="stack stack-s">
        <KeptUntil />
        <Days />
      </div>
      <TwoStep
        kind="danger"
        label={t("desk.delete")}
        confirm={t("desk.deleteYes")}
        cancel={t("desk.deleteNo")}
        onConfirm={() => void act(ask("DeleteWorkshop", { workshop: here.peek() }))}
      >
        <p>{t("desk.deleteFirst")}</p>
        <Exports />
        <p>{t("desk.deleteSay")}</p>
        <p>
          <strong>{t("desk.deleteNever")}</strong>
        </p>
      </TwoStep>
      <Problem say={problem} />
    </div>
  );
}
