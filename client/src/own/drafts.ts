// What is being typed and not sent yet, by run and field. A draft outlives reloads and phases.
import { signal } from "@preact/signals";
import { onAnswer } from "../asking.ts";
import type { Commands } from "../protocol.gen.ts";
import { wellFormed, wellFormedFields } from "../well-formed.ts";
import { kept } from "./kept.ts";

/** The kind of words that were not going to be a card: a decision, an action, a name, a plan line, a change. */
export const WORDS = "words";

export interface Draft {
  readonly run: string;
  readonly field: string;
  readonly text: string;
  /** What it was going to be; `WORDS` for a field that is not a card, empty for a field that was cleared. */
  readonly kind: string;
  readonly target: string;
}

/** All drafts, by `run/field`. */
export const drafts = kept<Readonly<Record<string, Draft>>>("drafts", {});

const keyOf = (run: string, field: string): string => `${run}/${field}`;

/** The text of a draft, or the empty string. */
export function draftText(run: string, field: string): string {
  return drafts.value[keyOf(run, field)]?.text ?? "";
}

/** Keeps what is typed so far; an empty text drops the draft. */
export function keepDraft(run: string, field: string, text: string, kind = "", target = ""): void {
  if (text === "") {
    dropDraft(run, field);
    return;
  }
  const as = kind || (text.trim() === "" ? "" : WORDS);
  drafts.value = { ...drafts.peek(), [keyOf(run, field)]: { run, field, text, kind: as, target } };
}

/** Forgets a draft: it was sent, or its writer discarded it. */
export function dropDraft(run: string, field: string): void {
  const key = keyOf(run, field);
  if (!(key in drafts.peek())) return;
  const { [key]: _gone, ...rest } = drafts.peek();
  drafts.value = rest;
}

/** The fields on this page where drafts can be seen and typed on, as `run/field`; a draft elsewhere has no home. */
export const homes = signal<readonly string[]>([]);

/** What is typed there, as it would be sent. */
const typedIn = (run: string, field: string): string => wellFormed(drafts.peek()[keyOf(run, field)]?.text.trim() ?? "");

/** Words come back that were sent from a form. What was typed there meanwhile stays; then they are kept beside it. */
export function giveBack(run: string, id: string, said: Readonly<Record<string, string>>): void {
  const fields = Object.entries(wellFormedFields(said));
  if (fields.every(([field, text]) => typedIn(run, field) === text)) return;
  if (fields.every(([field]) => typedIn(run, field) === "")) {
    for (const [field, text] of fields) keepDraft(run, field, text);
  } else {
    const words = fields.map(([, text]) => text).filter(Boolean);
    keepDraft(run, `${fields[0]?.[0] ?? ""}:${id}`, words.join(", "));
  }
}

/** A change to what everybody shares was answered: saved words are no draft any more, others are. */
function answered(place: string, text: string, ok: boolean): void {
  const draft = drafts.peek()[keyOf("shared", place)];
  if (ok && draft !== undefined && typedIn("shared", place) === text) dropDraft("shared", place);
  if (!ok && draft === undefined && text !== "") keepDraft("shared", place, text);
}

// Also for commands from before a reload, when no form waits for the answer.
onAnswer(({ command, fields }, answer) => {
  const ok = answer.status === "ok";
  const over = !ok && ["run_over", "workshop_ended", "wrong_phase"].includes(answer.code);
  if (command === "AddDecision" && !ok) {
    const { run, id, text } = fields as Commands["AddDecision"];
    giveBack(run, id, { decision: text });
  }
  if (command === "AddAction" && !ok) {
    const { run, id, text, owner = "", due = "" } = fields as Commands["AddAction"];
    giveBack(run, id, { action: text, owner, due });
  }
  // While the step runs, the form for a new group still holds the name.
  if (command === "AddGroup" && over) {
    const { run, id, name } = fields as Commands["AddGroup"];
    giveBack(run, id, { [`group:${id}`]: name });
  }
  if (command === "ChangeDecision") {
    const { id, text } = fields as Commands["ChangeDecision"];
    answered(`decision:${id}`, text, ok);
  }
  if (command === "ChangeAction") {
    const { id, field, value } = fields as Commands["ChangeAction"];
    answered(`action:${id}:${field}`, value, ok);
  }
  if (command === "RenameGroup") {
    const { id, name } = fields as Commands["RenameGroup"];
    answered(`group:${id}`, name, ok);
  }
  if (command === "ChangePlan") {
    const { field, text } = fields as Commands["ChangePlan"];
    answered(`plan:${field}`, text, ok);
  }
});
