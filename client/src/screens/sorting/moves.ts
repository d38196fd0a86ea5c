// Moving a card without dragging it: what the dialog asks for, as one step that can be undone.
import type { Reply } from "../../asking.ts";
import { spotOf } from "../../canvas/order.ts";
import { type Act, act } from "../../own/undo.ts";
import type { CardEntry } from "../../protocol.gen.ts";
import { newId } from "../../random.ts";
import { entries, run } from "../../workshop.ts";
import { listOf, putsFor } from "./slots.ts";
import { t } from "./words.ts";

/** The first refusal among the answers as a sentence; "" where all is done. */
export function problemOf(replies: readonly Reply[]): string {
  const refused = replies.find((reply) => reply.status !== "ok");
  if (refused === undefined || !("say" in refused)) return "";
  return refused.status === "superseded" ? t("move.changed") : refused.say;
}

const back = (card: CardEntry): Act => ["Place", { what: `card:${card.id}`, placed: false, x: 0, y: 0 }];

/** Out of its group, to where the board puts it; or there from wherever somebody put it. */
export async function setFree(card: CardEntry): Promise<string> {
  const acts: Act[] = card.group === "" ? [] : [["MoveCard", { id: card.id, group: "" }]];
  if (spotOf(entries.peek(), card.id)?.placed) acts.push(back(card));
  return problemOf(await act("move", acts));
}

/** Into a group that is there. */
export async function putInto(card: CardEntry, group: string): Promise<string> {
  return problemOf(await act("move", [["MoveCard", { id: card.id, group }]]));
}

/** Into a group that is made for it. */
export async function putIntoNew(card: CardEntry, name: string): Promise<string> {
  const id = newId();
  const made: Act = ["AddGroup", { id, run: run.peek()?.id ?? "", name }];
  return problemOf(await act("group", [made, ["MoveCard", { id: card.id, group: id }]]));
}

/** To another place of its list, from 0; see `putsFor`. */
export async function putAt(card: CardEntry, at: number): Promise<string> {
  const puts = putsFor(entries.peek(), card, at);
  return problemOf(
    await act(
      "move",
      puts.map((put): Act => ["Place", { ...put }]),
    ),
  );
}

/** Where it stands in its list, from 0, and how many stand there. */
export function placeOf(card: CardEntry): { readonly at: number; readonly count: number } {
  const list = listOf(entries.value, card);
  return { at: list.findIndex((one) => one.id === card.id), count: list.length };
}
