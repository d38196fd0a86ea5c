// Asking those who lead for a talk: by name, because this person chose to. The server forgets it with the connection.
import { useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { kept, saved, writing } from "../../own/kept.ts";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { session } from "../../workshop.ts";
import { t } from "./words.ts";

/** Whether this person asks for a talk; this device says it again whenever it comes back. */
export const wish = kept("talk", false);

/** Says the wish again, where there is one. */
export function repeatWish(): void {
  if (wish.peek() && session.peek()?.role === "participant") void ask("AskToTalk", { wish: true });
}

/** Asking for a talk, and taking that back. */
export default function Talk() {
  const [failed, setFailed] = useState(false);
  if (session.value?.role !== "participant") return null;
  const say = async (now: boolean) => {
    // Kept before it is said: a page that is loaded anew in between says it again.
    wish.value = now;
    await saved();
    const answer = await ask("AskToTalk", { wish: now });
    setFailed(answer.status !== "ok");
    if (answer.status !== "ok") wish.value = !now;
  };
  return (
    <div class="stack stack-s">
      {wish.value ? <Notice kind="good">{t("talk.asked")}</Notice> : <p>{t("talk.say")}</p>}
      <div class="row">
        <Button disabled={!writing.value} onClick={() => void say(!wish.value)}>
          {t(wish.value ? "talk.back" : "talk.ask")}
        </Button>
      </div>
      {failed && <Notice kind="warn">{t("talk.offline")}</Notice>}
    </div>
  );
}
