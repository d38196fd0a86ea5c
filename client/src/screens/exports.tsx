// What one takes home: the plan and the board as files.
import { useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { download, Refused } from "../http.ts";
import { ownSeat } from "../own/seat.ts";
import { printWorkshop } from "../paper/printing.tsx";
import { p } from "../paper/words.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { t } from "../words/words.ts";
import { workshop } from "../workshop.ts";

const FORMATS = ["docx", "html", "md", "json"] as const;

/** Buttons for the files that one may take. */
export function Exports() {
  const [say, setSay] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const head = workshop.value;
  if (head === null) return null;
  const take = async (format: string) => {
    setProblem("");
    setBusy(true);
    setSay(t("export.busy"));
    try {
      const path = `/api/workshops/${head.id}/exports/${format}`;
      const name = await download(path, ownSeat.peek()?.token ?? "", `plan.${format}`);
      setSay(t("export.ready", { name }));
      announce(t("export.ready", { name }));
    } catch (refused) {
      setSay("");
      setProblem(refused instanceof Refused ? refused.say : String(refused));
    }
    setBusy(false);
  };
  return (
    <div class="stack stack-s">
      <div class="row">
        {FORMATS.map((format, place) => (
          <Button key={format} kind={place === 0 ? "main" : "plain"} disabled={busy} onClick={() => void take(format)}>
            {t(`export.${format}`)}
          </Button>
        ))}
        <Button onClick={printWorkshop}>{p("paper.print")}</Button>
      </div>
      {say && <p>{say}</p>}
      {problem && <Notice kind="stop" title={problem} />}
    </div>
  );
}
