import { useState } from "preact/hooks";
import { announce } from "../../announcer.tsx";
import { download, Refused } from "../../http.ts";
import { ownSeat } from "../../own/seat.ts";
import { Button } from "../../parts/button.tsx";
import { workshop } from "../../workshop.ts";
import { Problem } from "./acting.tsx";
import { t } from "./words.ts";

const FORMATS = ["docx", "html", "md", "json"] as const;
type Format = (typeof FORMATS)[number];

/** The plan as a file, at any time. */
export function Exports() {
  const [making, setMaking] = useState<Format | null>(null);
  const [problem, setProblem] = useState("");
  const [done, setDone] = useState("");

  async function take(format: Format) {
    setMaking(format);
    setProblem("");
    try {
      const path = `/api/workshops/${workshop.peek()?.id}/exports/${format}`;
      const name = await download(path, ownSeat.peek()?.token ?? "", `plan.${format}`);
      setDone(t("desk.exported", { name }));
      announce(t("desk.exported", { name }));
    } catch (refused) {
      setProblem(refused instanceof Refused ? refused.say : String(refused));
    }
    setMaking(null);
  }

  return (
    <div class="stack stack-s">
      <div class="row">
        {FORMATS.map((format) => (
          <Button key={format} disabled={making !== null} onClick={() => void take(format)}>
            {making === format ? t("desk.exporting") : t(`desk.export.${format}`)}
          </Button>
        ))}
      </div>
      {done !== "" && <p class="small muted">{done}</p>}
      <Problem say={problem} />
    </div>
  );
}
