// Whether the board can be changed now: only to show it so; the server decides (`rules.MAY`).
import { computed } from "@preact/signals";
import { writing } from "../own/kept.ts";
import { NOT_CARDS } from "../words/kinds.ts";
import { phase, run, session, workshop } from "../workshop.ts";

/** Whether things can be put elsewhere, painted and drawn: where what people write shows at once. */
export const canArrange = computed(() => {
  const [at, during] = [run.value, phase.value];
  if (workshop.value?.state !== "running" || at === null || during === null || !writing.value) return false;
  if (at.stage === "read") return at.open;
  const gathers = during.cards.some((kind) => !NOT_CARDS.has(kind)) && during.authorship !== "signed";
  return at.stage === "live" && at.open && !(gathers && during.authorship !== "none");
});

/** Whether cards can be put into groups. */
export const canGroup = computed(() => {
  const stage = run.value?.stage;
  const together = stage === "live" || stage === "read";
  return together && writing.value && (phase.value?.cards.includes("theme") ?? false);
});

/** Whether this person may keep things as they are: who leads, while a step goes on. */
export const canLock = computed(
  () => session.value?.role === "facilitator" && workshop.value?.state === "running" && writing.value,
);
