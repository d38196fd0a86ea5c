// What is being typed and not sent yet, by run and field. A draft outlives reloads and phases.
import { kept } from "./kept.ts";

export interface Draft {
  readonly run: string;
  readonly field: string;
  readonly text: string;
  /** What it was going to be; empty for a field that is not a card. */
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
  drafts.value = { ...drafts.peek(), [keyOf(run, field)]: { run, field, text, kind, target } };
}

/** Forgets a draft: it was sent, or its writer discarded it. */
export function dropDraft(run: string, field: string): void {
  const key = keyOf(run, field);
  if (!(key in drafts.peek())) return;
  const { [key]: _gone, ...rest } = drafts.peek();
  drafts.value = rest;
}
