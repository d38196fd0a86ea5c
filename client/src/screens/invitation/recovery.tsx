import { useState } from "preact/hooks";
import { announce } from "../../announcer.tsx";
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { CopyField } from "../../parts/copy.tsx";
import { session, workshop } from "../../workshop.ts";
import { Problem, useActing } from "../desk/acting.tsx";
import { t } from "../desk/words.ts";
import { made } from "../made.ts";

/** The code to print, with which this workshop opens from any computer. */
export function Recovery() {
  const { act, busy, problem } = useActing();
  const [fresh, setFresh] = useState("");
  const first = made.value?.workshop === workshop.value?.id ? made.value : null;
  const code = fresh || (first?.recovery_code ?? "");
  const url = session.value?.invitation.url ?? "";

  async function renew() {
    const answer = await act(ask("ShowRecovery", {}));
    if (answer.status === "ok") setFresh(String(answer.data?.recovery_code));
  }

  return (
    <section class="panel stack" aria-labelledby="keep-title">
      <h2 id="keep-title">{t("invite.keep")}</h2>
      {code === "" ? (
        <>
          <p>{t("invite.newCodeHow")}</p>
          <div class="row">
            <Button disabled={busy} onClick={() => void renew()}>
              {t("invite.newCode")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p class="no-print">{t("invite.keepHow")}</p>
          <p>
            <span class="field-label">{t("invite.recovery")}</span>
            <br />
            <span class="code">{code}</span>
          </p>
          <p class="print-only">{t("invite.printHow", { url })}</p>
          <div class="row no-print">
            <Button onClick={() => print()}>{t("invite.print")}</Button>
          </div>
          {first !== null && (
            <div class="no-print">
              <CopyField
                label={t("invite.own")}
                value={new URL(first.facilitator_link, url || location.origin).href}
                onCopied={announce}
              />
            </div>
          )}
        </>
      )}
      <Problem say={problem} />
    </section>
  );
}
