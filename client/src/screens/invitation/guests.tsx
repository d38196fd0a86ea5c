import { useState } from "preact/hooks";
import { announce } from "../../announcer.tsx";
import { ask } from "../../asking.ts";
import { Button, LinkButton } from "../../parts/button.tsx";
import { CopyField } from "../../parts/copy.tsx";
import type { Guest } from "../../protocol.gen.ts";
import { session } from "../../workshop.ts";
import { Problem, useActing } from "../desk/acting.tsx";
import { t } from "../desk/words.ts";

/** A link that is made when it is asked for: it works once, for ten minutes. */
function useLink(guest: Guest) {
  const { act, busy, problem } = useActing();
  const [link, setLink] = useState("");
  async function make() {
    const answer = await act(ask("Invite", { guest }));
    if (answer.status !== "ok") return;
    setLink(new URL(String(answer.data?.link), session.peek()?.invitation.url).href);
  }
  return { link, make: () => void make(), busy, problem, used: () => setLink("") };
}

/** The room's screen, and somebody to lead with. */
export function Guests() {
  const screen = useLink("screen");
  const co = useLink("cofacilitator");
  return (
    <div class="pair no-print">
      <section class="panel stack" aria-labelledby="screen-title">
        <h2 id="screen-title">{t("invite.screen")}</h2>
        <p>{t("invite.screenHow")}</p>
        {screen.link === "" ? (
          <Button disabled={screen.busy} onClick={screen.make}>
            {t("invite.screenMake")}
          </Button>
        ) : (
          <>
            <LinkButton kind="main" href={screen.link} newTab onClick={screen.used}>
              {t("invite.screenOpen")}
            </LinkButton>
            <CopyField label={t("invite.screenLink")} hint={t("invite.once")} value={screen.link} onCopied={announce} />
          </>
        )}
        <Problem say={screen.problem} />
      </section>
      <section class="panel stack" aria-labelledby="co-title">
        <h2 id="co-title">{t("invite.co")}</h2>
        <p>{t("invite.coHow")}</p>
        {co.link === "" ? (
          <Button disabled={co.busy} onClick={co.make}>
            {t("invite.coMake")}
          </Button>
        ) : (
          <CopyField label={t("invite.coLink")} hint={t("invite.once")} value={co.link} onCopied={announce} />
        )}
        <Problem say={co.problem} />
      </section>
    </div>
  );
}
