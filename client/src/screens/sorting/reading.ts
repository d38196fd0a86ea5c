// The card that is being read out to all, and who says so.
import { computed } from "@preact/signals";
import { ask, type Reply } from "../../asking.ts";
import { cardOf, entries, run, workshop } from "../../workshop.ts";

/** The card that is being read out now; null where none is, or where one writes or votes. */
export const readOutNow = computed(() => {
  const stage = run.value?.stage;
  const reading = workshop.value?.reading ?? "";
  if (workshop.value?.state !== "running" || (stage !== "live" && stage !== "read")) return null;
  const card = reading.startsWith("card:") ? cardOf(entries.value, reading.slice(5)) : null;
  return card?.hidden ? null : card;
});

/** Shows everybody that this card is read out; "": none. Only who leads may. */
export function readOut(id: string): Promise<Reply> {
  return ask("ReadOut", { what: id && `card:${id}`, version: workshop.peek()?.reading_version ?? 0 });
}
