// How people come in, and how those who lead come back.
import { announce } from "../announcer.tsx";
import { CopyField } from "../parts/copy.tsx";
import { Qr } from "../parts/qr.tsx";
import { session, workshop } from "../workshop.ts";
import { t } from "./desk/words.ts";
import { Devices } from "./invitation/devices.tsx";
import { Guests } from "./invitation/guests.tsx";
import { Recovery } from "./invitation/recovery.tsx";

/** The invitation: link, code and picture code; the room's screen; a co-facilitator; the way back. */
export function Invitation() {
  const head = workshop.value;
  const how = session.value?.invitation;
  if (head === null || how === undefined) return null;
  const join = new URL("/join", how.url).href.replace(/^https?:\/\//, "");
  const message = t("invite.message", { title: head.title, url: how.url, join, code: how.join_code });
  return (
    <div class="stack stack-l">
      <section class="panel stack" aria-labelledby="invite-title">
        <h2 id="invite-title">{t("invite.title")}</h2>
        <div class="invite">
          <div class="stack">
            <p class="no-print">{t("invite.how")}</p>
            <CopyField label={t("invite.link")} value={how.url} onCopied={announce} />
            <p>
              <span class="field-label">{t("invite.code")}</span>
              <br />
              <span class="code">{how.join_code}</span>
            </p>
          </div>
          <div class="stack stack-s">
            <Qr src={`/api/workshops/${head.id}/qr.svg`} label={t("invite.qr", { url: how.url })} />
            <p class="small muted">{t("invite.qrHow")}</p>
          </div>
        </div>
        <div class="no-print">
          <CopyField label={t("invite.text")} value={message} long onCopied={announce} />
        </div>
      </section>
      <Guests />
      {!session.value?.cofacilitator && <Recovery />}
      <Devices />
    </div>
  );
}
