// Joining by the link: a name if one likes, one line of promise, one button.
import { useState } from "preact/hooks";
import { join } from "../door.ts";
import { Refused } from "../http.ts";
import { Lazy } from "../lazy.tsx";
import { warmLine } from "../line.ts";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { Field } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { MAX_NAME } from "../protocol.gen.ts";
import { offeredName } from "../taking.ts";
import { t } from "../words/words.ts";
import { Front } from "./front.tsx";
import { PromiseText } from "./promise.tsx";
import { Storage } from "./storage.tsx";
import { useTitle } from "./title.ts";

const recover = () => import("./recover.tsx");

export function JoinByLink({ title }: { title: string }) {
  const [name, setName] = useState(offeredName.peek());
  const [shared, setShared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [leads, setLeads] = useState(false);
  const [problem, setProblem] = useState("");
  useTitle(title);
  const send = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem("");
    warmLine();
    try {
      await join(name.trim(), shared);
    } catch (refused) {
      setProblem(refused instanceof Refused ? refused.say : String(refused));
      setBusy(false);
    }
  };
  return (
    <Front>
      <header class="stack stack-s">
        <p class="muted">{t("join.welcome")}</p>
        <h1>{title}</h1>
      </header>
      <form class="stack" onSubmit={send}>
        <Field
          label={t("join.name")}
          hint={t("join.name_hint")}
          name="name"
          autoComplete="name"
          maxLength={MAX_NAME}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Choice
          type="checkbox"
          name="shared"
          label={t("join.shared")}
          hint={t("join.shared_hint")}
          checked={shared}
          onChange={setShared}
        />
        <Storage />
        {problem && <Notice kind="stop" title={problem} />}
        <Button kind="main" big submit aria-disabled={busy}>
          {t(busy ? "join.busy" : "join.go")}
        </Button>
      </form>
      <PromiseText short={t("promise.join")} />
      <Disclosure summary={t("join.lead")} onToggle={setLeads}>
        {leads && <Lazy load={recover} />}
      </Disclosure>
    </Front>
  );
}
