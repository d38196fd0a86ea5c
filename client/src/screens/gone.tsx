// A workshop that is no more: nothing of it is kept here. What was never sent can still be copied.
import { announce } from "../announcer.tsx";
import { door } from "../door.ts";
import { LinkButton } from "../parts/button.tsx";
import { CopyField } from "../parts/copy.tsx";
import gone from "../words/en-gone.json";
import { words } from "../words/words.ts";
import { Front } from "./front.tsx";
import { useTitle } from "./title.ts";

const t = words(gone, "gone");

export default function Gone() {
  const at = door.value;
  const deleted = at.kind === "gone" && at.deleted;
  const unsent = at.kind === "gone" ? at.words : [];
  useTitle(t(deleted ? "gone.deleted" : "gone.lost"));
  return (
    <Front>
      <h1>{t(deleted ? "gone.deleted" : "gone.lost")}</h1>
      <p>{t(deleted ? "gone.deletedSay" : "gone.lostSay")}</p>
      {deleted && <p>{t("gone.device")}</p>}
      {unsent.length > 0 && (
        <CopyField
          label={t("gone.words")}
          hint={t("gone.wordsSay")}
          value={unsent.join("\n\n")}
          long
          onCopied={announce}
        />
      )}
      <div class="row">
        <LinkButton kind="main" href={deleted ? "/" : "/join"}>
          {t(deleted ? "gone.start" : "gone.code")}
        </LinkButton>
      </div>
    </Front>
  );
}
