// Cards and groups as elements. They are made by hand, not by Preact: there may be thousands.
import type { CardEntry, Colour, GroupEntry } from "../protocol.gen.ts";
import { HAT_OF, kindName } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { titleOf, type ViewEntries } from "../workshop.ts";
import type { Rect } from "./boxes.ts";
import { spotOf } from "./order.ts";
import { c } from "./words.ts";

/** What a piece looks like besides its entry; the same object means the same look. */
export interface Look {
  readonly chosen: boolean;
  readonly current: boolean;
  readonly held: boolean;
  readonly over: boolean;
  readonly found: boolean;
  readonly reading: boolean;
}

function part(name: string, text: string): HTMLElement {
  const made = document.createElement("span");
  made.className = name;
  made.textContent = text;
  return made;
}

/** "Yellow", for people who do not tell it by its look. */
export function colourName(colour: Colour): string {
  return c(`colour.${colour === "" ? "plain" : colour}`);
}

/** What the words of a card or group are, for whoever hears them: kind, words, where it is and how. */
export function said(view: ViewEntries, key: string): string {
  const spot = spotOf(view, key.slice(key.indexOf(":") + 1));
  const more = [
    ...(spot?.colour ? [c("said.colour", { colour: colourName(spot.colour) })] : []),
    ...(spot?.locked ? [c("said.locked")] : []),
  ];
  if (key.startsWith("group:")) return [c("said.group", { name: titleOf(view, key) }), ...more].join(" ");
  if (key.startsWith("item:"))
    return [c("said.item", { what: titleOf(view, key) || c("said.nameless") }), ...more].join(" ");
  const card = view.get(key) as CardEntry;
  const group = card.group ? titleOf(view, `group:${card.group}`) : "";
  const into = group ? [c("said.in_group", { name: group })] : [];
  const under = tagsOf(view, card).join(" · "); // what is seen is in what is heard (WCAG 2.5.3)
  const tags = under === "" ? [] : [`${under}.`];
  return [c("said.card", { kind: kindName(card.kind), text: card.text }), ...tags, ...into, ...more].join(" ");
}

/** What stands under the words of a card. */
function tagsOf(view: ViewEntries, card: CardEntry): string[] {
  const about = titleOf(view, card.target);
  return [
    ...(card.signed ? [t("card.signed", { name: card.signed })] : []),
    ...(about ? [t("card.about", { what: about.length > 24 ? `${about.slice(0, 24)}…` : about })] : []),
    ...(card.late ? [t("card.late")] : []),
  ];
}

function fillCard(piece: HTMLElement, view: ViewEntries, card: CardEntry): void {
  const tags = tagsOf(view, card);
  piece.dataset.hat = HAT_OF[card.kind];
  piece.toggleAttribute("data-hidden", card.hidden !== "");
  const text = part("piece-text", card.text);
  text.dir = "auto";
  if (card.language) text.lang = card.language;
  piece.replaceChildren(text, ...(tags.length > 0 ? [" ", part("piece-foot", tags.join(" · "))] : []));
}

function fillGroup(piece: HTMLElement, group: GroupEntry): void {
  const name = part("piece-name", group.name);
  name.dir = "auto";
  piece.replaceChildren(name);
}

/** An empty piece for a key. */
export function madePiece(key: string): HTMLElement {
  const piece = document.createElement("div");
  piece.className = key.startsWith("group:") ? "piece piece-group" : "piece piece-card hat-edge";
  piece.dataset.key = key;
  piece.setAttribute("role", "button");
  piece.setAttribute("aria-haspopup", "dialog");
  piece.tabIndex = -1;
  return piece;
}

/** Fills it with its words, and its colour with word and pattern. */
export function fillPiece(piece: HTMLElement, view: ViewEntries, key: string): void {
  const spot = spotOf(view, key.slice(key.indexOf(":") + 1));
  if (key.startsWith("card:")) fillCard(piece, view, view.get(key) as CardEntry);
  else fillGroup(piece, view.get(key) as GroupEntry);
  const colour = spot?.colour ?? "";
  if (colour) piece.dataset.colour = colour;
  else delete piece.dataset.colour;
  const marks = [...(colour ? [colourName(colour)] : []), ...(spot?.locked ? [c("mark.locked")] : [])];
  if (marks.length > 0) piece.append(part("piece-mark", marks.join(" · ")));
  piece.setAttribute("aria-label", said(view, key));
}

/** Puts it where it lies. */
export function setPiece(piece: HTMLElement, rect: Rect): void {
  // Left and top, for the world has one direction; a transform each would be put together anew in every frame.
  piece.style.left = `${rect.x}px`;
  piece.style.top = `${rect.y}px`;
  piece.style.inlineSize = `${rect.width}px`;
  piece.style.minBlockSize = `${rect.height}px`;
}

/** Shows whether it is chosen, held, found, read out. */
export function dressPiece(piece: HTMLElement, look: Look): void {
  for (const [name, on] of Object.entries(look)) piece.toggleAttribute(`data-${name}`, on);
  piece.tabIndex = look.current ? 0 : -1;
}
