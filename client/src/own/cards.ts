// The cards that were written on this device, with their edit keys. Only this device knows that they are its own.
import { ask, onAnswer } from "../asking.ts";
import type { AddCard, CardKind, EditCard, WithdrawCard } from "../protocol.gen.ts";
import { newId, newKey, verifierOf } from "../random.ts";
import { wellFormed, wellFormedFields } from "../well-formed.ts";
import { cardOf, entries } from "../workshop.ts";
import { drafts, dropDraft } from "./drafts.ts";
import { kept } from "./kept.ts";
import { outbox } from "./outbox.ts";

/** `sending`: not answered yet. `homeless`: its step was over before it arrived; its writer decides.
 * `refused`: the server said no, `say` tells why. */
export type OwnState = "sending" | "saved" | "homeless" | "refused";

export interface OwnCard {
  readonly id: string;
  readonly run: string;
  readonly kind: CardKind;
  readonly text: string;
  readonly signed: string;
  readonly target: string;
  readonly key: string;
  readonly number: number;
  readonly state: OwnState;
  readonly say: string;
  /** While an edit is on its way: the words that were saved last. */
  readonly before: string;
  /** Words that were changed here but could not be taken over; kept until their writer lets go of them. */
  readonly unsaved: string;
  /** The words that stood on the board when it was changed: it follows a moment later. */
  readonly board?: string;
}

export type NewCard = Pick<OwnCard, "run" | "kind" | "text" | "signed" | "target">;

export const ownCards = kept<readonly OwnCard[]>("cards", []);

function change(id: string, how: (card: OwnCard) => OwnCard): void {
  ownCards.value = ownCards.peek().map((card) => (card.id === id ? how(card) : card));
}

/** Forgets a card on this device, keys and all. The workshop is not asked. */
export function forgetCard(id: string): void {
  ownCards.value = ownCards.peek().filter((card) => card.id !== id);
}

/** Lets go of the new words of a change that was refused; the card stays as everybody reads it. */
export function dropUnsaved(id: string): void {
  change(id, (card) => ({ ...card, unsaved: "", say: "" }));
}

/** Writes a card: kept here at once, sent until answered. */
export function addOwnCard(workshop: string, written: NewCard): OwnCard {
  const key = newKey();
  // What stands here is what everybody will read.
  const { run, kind, text, signed, target } = wellFormedFields(written);
  const id = newId();
  const quiet = { state: "sending", say: "", before: "", unsaved: "" } as const;
  const card: OwnCard = { id, run, kind, text, signed, target, key, number: 0, ...quiet };
  ownCards.value = [...ownCards.peek(), card];
  void ask("AddCard", { id, run, kind, verifier: verifierOf(workshop, key), text, signed, target });
  return card;
}

/** Whether its writer sees the card on the board. What was pressed before it came out must not land on it alone. */
const isShown = (id: string): boolean => entries.peek().has(`card:${id}`);

/** Changes the words of a card. A name on it can only be taken off. */
export function rewriteOwnCard(card: OwnCard, words: string, signed = card.signed): void {
  const text = wellFormed(words);
  if (text === card.text && signed === card.signed) return;
  const number = card.number + 1;
  const { id, key } = card;
  const board = cardOf(entries.peek(), id)?.text ?? "";
  const quiet = { state: "sending", say: "", unsaved: "", board } as const;
  change(id, (old) => ({ ...old, text, signed, number, ...quiet, before: old.before || old.text }));
  void ask("EditCard", { id, key, number, text, signed, shown: isShown(id) });
}

/** Takes a card back. It leaves this device when the server has answered. */
export function takeBack(card: OwnCard): void {
  change(card.id, (old) => ({ ...old, state: "sending" }));
  void ask("WithdrawCard", { id: card.id, key: card.key, shown: isShown(card.id) });
}

/** The writing tab was closed between keeping a card and putting it in the outbox: it is asked for again. Twice is once. */
export function askForLost(workshop: string): void {
  const waits = new Set(outbox.peek().map((waiting) => (waiting.fields as { readonly id?: string }).id));
  for (const card of ownCards.peek().filter((one) => one.state === "sending")) {
    const { id, run, kind, key, number, text, signed, target } = card;
    for (const draft of Object.values(drafts.peek())) {
      if (draft.run === run && draft.kind === kind && wellFormed(draft.text.trim()) === text)
        dropDraft(run, draft.field);
    }
    if (waits.has(id)) continue;
    void ask("AddCard", { id, run, kind, verifier: verifierOf(workshop, key), text, signed, target });
    if (number > 0) void ask("EditCard", { id, key, number, text, signed, shown: false });
  }
}

onAnswer((asked, answer) => {
  const say = answer.status === "ok" ? "" : answer.say;
  const code = answer.status === "ok" ? "" : answer.code;
  if (asked.command === "AddCard") {
    const { id } = asked.fields as AddCard;
    const lost = code === "run_over" || code === "workshop_ended" || code === "wrong_phase";
    change(id, (card) => {
      if (say === "") return { ...card, state: card.before ? "sending" : "saved", say };
      return { ...card, state: lost ? "homeless" : "refused", say, before: "" };
    });
  }
  if (asked.command === "EditCard") {
    const { id, number, text } = asked.fields as EditCard;
    change(id, (card) => {
      // It never became a card: its newest words are here, and why is said already.
      if (card.state === "homeless" || card.state === "refused") return card;
      // A newer edit is on its way: should that be refused, these are the words to go back to.
      if (card.number !== number) return say === "" && card.before ? { ...card, before: text } : card;
      if (say === "") return { ...card, state: "saved", say: "", before: "", unsaved: "" };
      // What everybody sees stays as it was; the new words stay here.
      return { ...card, state: "saved", say, text: card.before || card.text, before: "", unsaved: text };
    });
  }
  if (asked.command === "WithdrawCard") {
    const { id } = asked.fields as WithdrawCard;
    if (say === "" || code === "no_such_card") forgetCard(id);
    else change(id, (card) => ({ ...card, state: "saved", say }));
  }
});
