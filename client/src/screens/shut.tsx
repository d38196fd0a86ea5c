// The pages on which one cannot go on: wrong link, no server, or a place that is no longer ours.
import { askToJoin, leaveDevice, openDoor } from "../door.ts";
import { Button, LinkButton } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { route } from "../routes.ts";
import { t } from "../words/words.ts";
import { Front } from "./front.tsx";

/** The door did not open. `again`: it may, in a moment. */
export function Shut({ say, again }: { say: string; again: boolean }) {
  const tryAgain = () => {
    const at = route.peek();
    if (at.page === "workshop") void openDoor(at);
  };
  return (
    <Front>
      <h1>{t("shut.title")}</h1>
      <Notice kind="stop">{say}</Notice>
      <div class="row">
        {again && (
          <Button kind="main" onClick={tryAgain}>
            {t("app.again")}
          </Button>
        )}
        <LinkButton kind={again ? "plain" : "main"} href="/join">
          {t("app.type_code")}
        </LinkButton>
      </div>
    </Front>
  );
}

/** This device is no longer in the workshop. What was written here stays on it. */
export function SignedOut({ say }: { say: string }) {
  const joinAgain = async () => {
    await leaveDevice(false);
    await askToJoin();
  };
  return (
    <Front>
      <h1>{t("shut.out")}</h1>
      <Notice>{say || t("shut.out_say")}</Notice>
      <div class="row">
        <Button kind="main" onClick={joinAgain}>
          {t("shut.join")}
        </Button>
      </div>
    </Front>
  );
}
