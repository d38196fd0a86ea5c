// Before the start: what will happen, and that nothing has to be done.
import { keeping } from "../own/kept.ts";
import { ownSeat } from "../own/seat.ts";
import { RunSheet } from "../parts/run-sheet.tsx";
import { hatNote } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { room, workshop } from "../workshop.ts";
import { PromiseText } from "./promise.tsx";
import { Storage } from "./storage.tsx";

export function WaitingRoom() {
  const head = workshop.value;
  if (head === null) return null;
  const name = ownSeat.value?.name ?? "";
  const people = room.value?.people ?? 0;
  const leading = room.value?.leading ?? "";
  const steps = head.phases.map((phase) => ({
    title: phase.title,
    hat: phase.hat,
    note: hatNote(phase),
    minutes: t("time.minutes", { count: phase.minutes }),
    state: "next" as const,
    say: "",
  }));
  return (
    <>
      <p class="lead">{name ? t("waiting.hello", { name }) : t("waiting.hello_all")}</p>
      {leading && <p>{t("waiting.leading", { leading })}</p>}
      {people > 0 && <p>{t("waiting.people", { count: people })}</p>}
      <p>{head.purpose}</p>
      <section class="stack stack-s" aria-labelledby="plan-of-steps">
        <h2 id="plan-of-steps">{t("waiting.steps")}</h2>
        <RunSheet steps={steps} label={t("waiting.steps")} />
      </section>
      {keeping.value !== "device" && <Storage />}
      <PromiseText />
    </>
  );
}
