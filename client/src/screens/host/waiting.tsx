// In a meeting in which nobody has started: one waits, starts a workshop, or brings one that was made before.
import { useState } from "preact/hooks";
import { start } from "../../hosts/meeting.ts";
import { Refused } from "../../http.ts";
import { Lazy } from "../../lazy.tsx";
import { Button } from "../../parts/button.tsx";
import { Disclosure } from "../../parts/disclosure.tsx";
import { Field } from "../../parts/field.tsx";
import type { Admitted } from "../../protocol.gen.ts";
import host from "../../words/en-host.json";
import { words } from "../../words/words.ts";
import { Front } from "../front.tsx";
import { CodeForm } from "../join-code.tsx";
import { useTitle } from "../title.ts";

const w = words(host, "host");
const LINK = /\/f\/([0-9a-f]{32})#([0-9a-f]{64})\s*$/;
const begin = () => import("./begin.tsx");

/** The workshop and the key in a facilitator's link, or null. */
export function keyIn(link: string): { readonly workshop: string; readonly key: string } | null {
  const [, workshop, key] = LINK.exec(link) ?? [];
  return workshop === undefined || key === undefined ? null : { workshop, key };
}

function Bring() {
  const [link, setLink] = useState("");
  const [problem, setProblem] = useState("");
  const send = async (event: Event) => {
    event.preventDefault();
    const found = keyIn(link);
    setProblem(found === null ? w("bring.wrong") : "");
    if (found === null) return;
    await start(found).catch((refused) => setProblem(refused instanceof Refused ? refused.say : String(refused)));
  };
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <Field
        label={w("bring.label")}
        hint={w("bring.hint")}
        autoComplete="off"
        value={link}
        error={problem || undefined}
        onInput={(event) => setLink(event.currentTarget.value)}
      />
      <div class="row">
        <Button submit>{w("bring.go")}</Button>
      </div>
    </form>
  );
}

export function Waiting({ admitted }: { admitted: Admitted }) {
  const [starting, setStarting] = useState(false);
  useTitle(w("waiting.title"));
  if (starting) {
    return (
      <Front wide>
        <Lazy load={begin} />
        <div class="row">
          <Button kind="quiet" onClick={() => setStarting(false)}>
            {w("back")}
          </Button>
        </div>
      </Front>
    );
  }
  return (
    <Front>
      <h1>{w("waiting.title")}</h1>
      <p>{w("waiting.how")}</p>
      {admitted.leads && (
        <div class="row">
          <Button kind="main" big onClick={() => setStarting(true)}>
            {w("start")}
          </Button>
        </div>
      )}
      {!admitted.leads && (
        <Disclosure summary={w("lead")}>
          <div class="row">
            <Button onClick={() => setStarting(true)}>{w("start")}</Button>
          </div>
        </Disclosure>
      )}
      <Disclosure summary={w("bring")}>
        <Bring />
      </Disclosure>
      <Disclosure summary={w("code")}>
        <CodeForm />
      </Disclosure>
    </Front>
  );
}
