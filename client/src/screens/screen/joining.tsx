import { Qr } from "../../parts/qr.tsx";
import { session, workshop } from "../../workshop.ts";
import { t } from "../desk/words.ts";
import { t as say } from "../moderation/words.ts";

/** How to come in: an address, a code to type, a picture to point a phone at. */
export function Joining({ large }: { large?: boolean }) {
  const how = session.value?.invitation;
  if (how === undefined) return null;
  if (workshop.value?.door_closed) return <p class="joining">{say("desk.door_closed")}</p>;
  const host = new URL("/join", how.url).href.replace(/^https?:\/\//, "");
  return (
    <div class="joining" data-large={large ? "" : undefined}>
      <p>
        {t("screen.joinAt", { host })}
        <br />
        <span class="joining-code">{how.join_code}</span>
      </p>
      <Qr src={`/api/workshops/${workshop.value?.id}/qr.svg`} label={t("invite.qr", { url: how.url })} />
    </div>
  );
}
