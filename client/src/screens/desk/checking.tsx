// "Check this server": starts the check, waits for it, and shows the report.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../../announcer.tsx";
import { here } from "../../door.ts";
import { asked, Refused, save } from "../../http.ts";
import { ownSeat } from "../../own/seat.ts";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import type { CheckReply, Verdict } from "../../protocol.gen.ts";
import { t } from "./words.ts";

const LOOK_MS = 2_000;
// What did not hold comes first.
const ORDER: readonly Verdict[] = ["did_not_hold", "held", "not_checked"];

/** One kind of findings, under a heading that counts them. */
function Findings({ reply, verdict }: { reply: CheckReply; verdict: Verdict }) {
  const found = reply.findings.filter((one) => one.verdict === verdict);
  if (found.length === 0) return null;
  return (
    <section class="stack stack-s">
      <h3>{t(`check.${verdict}`, { count: found.length })}</h3>
      <ul class="stack stack-s">
        {found.map((one) => (
          <li key={one.promise}>
            <p>
              <strong>{one.promise}</strong>
            </p>
            <p class="small">{one.seen}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Report({ reply }: { reply: CheckReply }) {
  const file = () => save(new Blob([reply.page], { type: "text/html" }), t("check.file"));
  return (
    <div class="stack">
      <div class="row">
        <Button onClick={file}>{t("check.save")}</Button>
      </div>
      {ORDER.map((verdict) => (
        <Findings key={verdict} reply={reply} verdict={verdict} />
      ))}
      <section class="stack stack-s">
        <h3>{t("check.limits")}</h3>
        <ul class="stack stack-s">
          {reply.limits.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** For those who lead. */
export default function Checking() {
  const [reply, setReply] = useState<CheckReply | null>(null);
  const [problem, setProblem] = useState("");
  const running = reply?.state === "running";

  const waited = useRef(false);
  const place = useRef<HTMLDivElement>(null);

  const look = useCallback(async (method: "GET" | "POST") => {
    try {
      const path = `/api/workshops/${here.peek()}/check`;
      const next = await asked<CheckReply>(method, path, ownSeat.peek()?.token ?? "");
      setProblem(next.problem);
      setReply(next);
    } catch (refused) {
      setProblem(refused instanceof Refused ? refused.say : String(refused));
    }
  }, []);

  useEffect(() => void look("GET"), [look]);
  useEffect(() => {
    if (!running) return undefined;
    const again = setInterval(() => void look("GET"), LOOK_MS);
    return () => clearInterval(again);
  }, [running, look]);
  useEffect(() => {
    if (running && !waited.current) {
      // The button that was pressed is gone, and the focus with it; who only opens this keeps theirs.
      if (document.activeElement === document.body) place.current?.focus();
      announce(t("check.running"));
    }
    if (waited.current && reply?.state === "done") announce(reply.problem || summary(reply));
    waited.current = running;
  }, [running, reply]);

  const done = reply?.state === "done" && reply.problem === "";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be for fields
    <div class="stack" role="group" ref={place} tabIndex={-1} aria-label={t("desk.check")}>
      <p>{t("check.what")}</p>
      {running ? (
        <p>
          <strong>{t("check.running")}</strong>
        </p>
      ) : (
        <div class="stack stack-s">
          <div class="row">
            <Button onClick={() => void look("POST")}>{t(done ? "check.again" : "check.start")}</Button>
          </div>
          <p class="small">{t("check.every")}</p>
        </div>
      )}
      {problem && <Notice kind="stop" title={problem} />}
      {done && <Report reply={reply} />}
    </div>
  );
}

function summary(reply: CheckReply): string {
  const counts = ORDER.map(
    (verdict) => [verdict, reply.findings.filter((one) => one.verdict === verdict).length] as const,
  );
  return counts.flatMap(([verdict, count]) => (count > 0 ? [t(`check.${verdict}`, { count })] : [])).join(", ");
}
