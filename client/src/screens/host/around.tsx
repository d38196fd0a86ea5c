// What stands around a workshop inside a meeting: before there is one, and a line above it.
import { useEffect, useState } from "preact/hooks";
import type { HostPage, Shared } from "../../hosts/adapter.ts";
import { begin, context, hasStage, look, meeting, share, silent } from "../../hosts/meeting.ts";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import host from "../../words/en-host.json";
import { words } from "../../words/words.ts";
import { session } from "../../workshop.ts";
import { Front } from "../front.tsx";
import { CodeForm } from "../join-code.tsx";
import { useTitle } from "../title.ts";
import { Waiting } from "./waiting.tsx";
import "../../style/host.css";

const h = words(host, "host");

function Plain({ say, again }: { say: string; again: boolean }) {
  useTitle(h("plain.title"));
  return (
    <Front>
      <h1>{h("plain.title")}</h1>
      {silent.value && <Notice>{h("silent")}</Notice>}
      {say !== "" && <Notice kind="warn" title={say} />}
      {again && (
        <div class="row">
          <Button kind="main" onClick={() => void look()}>
            {h("again")}
          </Button>
        </div>
      )}
      <p>{h("plain.how")}</p>
      <CodeForm />
      <p class="muted">{h("call_open")}</p>
    </Front>
  );
}

/** The line above a workshop: to show it to everybody, and that the meeting is over. */
function Bar() {
  const [told, setTold] = useState<Shared | "">("");
  if (context.value.ended) {
    return (
      <div class="host-bar">
        <Notice>{h("ended")}</Notice>
      </div>
    );
  }
  if (session.value?.role !== "facilitator" || !hasStage()) return null;
  return (
    <div class="host-bar row">
      <Button onClick={() => void share().then(setTold)}>{h("share")}</Button>
      {told !== "" && <span role="status">{h(`share.${told}`)}</span>}
    </div>
  );
}

export default function Around() {
  useEffect(() => void begin(window as unknown as HostPage, location.pathname), []);
  const at = meeting.value;
  if (at.kind === "in") return <Bar />;
  if (at.kind === "plain") return <Plain say={at.say} again={at.again} />;
  if (at.kind === "waiting") return <Waiting admitted={at.admitted} />;
  return <p class="column muted">{h("finding")}</p>;
}
