// What cards of each kind and the hats are called.
import { type CardKind, HATS, type Hat, KIND_LABELS, type PhaseEntry } from "../protocol.gen.ts";
import { t, translated } from "./words.ts";

/** "Idea" */
export function kindName(kind: CardKind): string {
  return translated("kinds", kind) ?? KIND_LABELS[kind];
}

/** "Ideas", as a heading. */
export function kindNames(kind: CardKind): string {
  return t(`kinds.${kind}`);
}

/** "12 ideas", within a sentence. */
export function kindCount(kind: CardKind, count: number): string {
  return t(`count.${kind}`, { count });
}

/** "Ideas", the green hat. */
export function hatName(hat: Hat): string {
  return translated("hats", `${hat}.label`) ?? HATS[hat].label;
}

/** What people read about a hat: its purpose, what helps and what does not. */
export function hatHelp(hat: Hat): { purpose: string; do: readonly string[]; dont: readonly string[] } {
  const help = HATS[hat];
  const say = (key: string, english: string) => translated("hats", `${hat}.${key}`) ?? english;
  return {
    purpose: say("purpose", help.purpose),
    do: help.do.map((one, at) => say(`do.${at + 1}`, one)),
    dont: help.dont.map((one, at) => say(`dont.${at + 1}`, one)),
  };
}

/** The way of thinking of a step, beside its title; nothing where the title says it already. */
export function hatNote(phase: Pick<PhaseEntry, "hat" | "title">): string {
  const name = hatName(phase.hat);
  return phase.hat === "none" || phase.title === name ? "" : name;
}

/** The hat under which cards of a kind are written. */
export const HAT_OF: Readonly<Record<CardKind, Hat>> = {
  note: "blue",
  question: "blue",
  fact: "white",
  gap: "white",
  idea: "green",
  benefit: "yellow",
  caution: "black",
  fix: "green",
  theme: "blue",
  decision: "blue",
  action: "blue",
};

/** What phases collect that are no cards: they are written as groups, decisions and actions. */
export const NOT_CARDS: ReadonlySet<CardKind> = new Set<CardKind>(["theme", "decision", "action"]);
