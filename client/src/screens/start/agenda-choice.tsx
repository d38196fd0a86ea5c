import { Disclosure } from "../../parts/disclosure.tsx";
import { RunSheet } from "../../parts/run-sheet.tsx";
import type { AgendaReply } from "../../protocol.gen.ts";
import { hatNote } from "../../words/kinds.ts";
import { t } from "../desk/words.ts";
import { AgendaStrip } from "./agenda-strip.tsx";

interface AgendaChoiceProps {
  agenda: AgendaReply;
  chosen: boolean;
  onChoose: () => void;
}

/** One agenda as a card: its purpose, its minutes, its steps. */
export function AgendaChoice({ agenda, chosen, onChoose }: AgendaChoiceProps) {
  return (
    <div class="agenda" data-chosen={chosen ? "" : undefined}>
      <label class="agenda-head">
        <input type="radio" name="agenda" checked={chosen} onChange={onChoose} />
        <span class="agenda-minutes">{t("start.minutes", { count: agenda.minutes })}</span>
        <span class="agenda-title">{agenda.title}</span>
        <span class="agenda-purpose muted">{agenda.purpose}</span>
        <AgendaStrip phases={agenda.phases} />
      </label>
      <Disclosure summary={`${t("start.see")} (${t("start.steps", { count: agenda.phases.length })})`}>
        <RunSheet
          label={agenda.title}
          steps={agenda.phases.map((phase) => ({
            title: phase.title,
            hat: phase.hat,
            note: hatNote(phase),
            minutes: t("start.min", { count: phase.minutes }),
            state: "next",
            say: "",
          }))}
        />
      </Disclosure>
    </div>
  );
}
