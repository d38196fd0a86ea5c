// What this device asked those who lead to look at. It is kept here only: the server does not know who asked.
import { ask, type Reply } from "../../asking.ts";
import { kept } from "../../own/kept.ts";
import type { CardEntry } from "../../protocol.gen.ts";

/** The wording that was asked about, by card. */
const asked = kept<Readonly<Record<string, number>>>("flags", {});

/** Whether this device asked for a look at these words. */
export const hasAsked = (card: CardEntry): boolean => asked.value[card.id] === card.wording;

/** Asks those who lead to look at a card. */
export async function askToLook(card: CardEntry): Promise<Reply> {
  const answer = await ask("FlagCard", { id: card.id, wording: card.wording });
  if (answer.status === "ok") asked.value = { ...asked.peek(), [card.id]: card.wording };
  return answer;
}
