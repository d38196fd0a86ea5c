// The words of drawing, and what a drawing is called for whoever hears it.
import type { Colour, ItemEntry } from "../protocol.gen.ts";
import drawing from "../words/en-drawing.json";
import { words } from "../words/words.ts";
import { titleOf, type ViewEntries } from "../workshop.ts";
import { spotOf } from "./order.ts";

export const d = words(drawing, "drawing");
export type DrawingKey = keyof typeof drawing;

const SHORT = 40;

/** The first words of a text, for a sentence that names it. */
export function briefly(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > SHORT ? `${line.slice(0, SHORT)}…` : line;
}

/** "Yellow, dots" */
export function inkName(colour: Colour): string {
  return d(`colour.${colour === "" ? "plain" : colour}`);
}

/** What a thing on the board is called: a group's name, a card's words, a drawing's kind or words. */
export function nameOf(view: ViewEntries, key: string): string {
  const entry = view.get(key);
  if (entry === undefined) return "";
  if (!key.startsWith("item:")) return briefly(titleOf(view, key));
  const item = entry as ItemEntry;
  return item.text === "" ? d(`kind.${item.kind}`) : briefly(item.text);
}

function saidOf(view: ViewEntries, item: ItemEntry): string {
  const kind = d(`kind.${item.kind}`);
  const from = nameOf(view, item.start);
  const to = nameOf(view, item.end);
  const text = item.text;
  if (from && to) return d(text ? "said.from_to_words" : "said.from_to", { kind, from, to, text });
  if (text) return d("said.words", { kind, text });
  if (from) return d("said.from", { kind, from });
  return to ? d("said.to", { kind, to }) : d("said.bare", { kind });
}

/** A drawing in words: what it is, what it ties together, what it shows, its colour. */
export function itemSaid(view: ViewEntries, item: ItemEntry): string {
  const spot = spotOf(view, item.id);
  const colour = spot?.colour ? d("said.colour", { colour: inkName(spot.colour) }) : "";
  return [saidOf(view, item), colour, spot?.locked ? d("said.locked") : ""].filter(Boolean).join(" ");
}
