// Copying and pasting: lines and tables become cards, cards go out as plain text and as a list, drawings are copied.
import { act } from "../own/undo.ts";
import { COLOUR, ITEM_KIND, type ItemEntry, MAX_TEXT } from "../protocol.gen.ts";
import { newId } from "../random.ts";
import { entriesOf, titleOf, type ViewEntries, workshop } from "../workshop.ts";
import { d } from "./ink-words.ts";
import { tell } from "./moves.ts";
import { spotOf } from "./order.ts";
import { partsOf } from "./shapes.ts";
import { shown } from "./shown.ts";

/** How drawings lie on the clipboard, beside their words for every other program. */
export const DRAWINGS = "application/x-folkmoot-drawings";
export const MOST_CARDS = 50;
const BESIDE = 24;

export interface Pasted {
  readonly cards: readonly string[];
  /** There was more than can be added at once. */
  readonly more: boolean;
  /** Some were longer than a card can be. */
  readonly cut: boolean;
}

const tidy = (text: string) => text.replace(/[^\S\n]+/g, " ").trim();

/** The rows of the tables in a piece of HTML. It is only read: nothing in it runs or is loaded. */
function rowsOf(html: string): string[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.querySelectorAll("table tr")].map((row) =>
    [...row.querySelectorAll("td, th")].map((cell) => tidy(cell.textContent ?? "").replace(/\n/g, " ")).join("\t"),
  );
}

/** The cards that pasted words would make: one for each line without its bullet, one for each row of a table. */
export function cardsOf(text: string, html = ""): Pasted {
  const rows = html.includes("<t") ? rowsOf(html) : [];
  const lines = rows.length > 0 ? rows : text.split(/\r?\n/);
  const all = lines
    .map((line) => line.split("\t").map(tidy).filter(Boolean).join(" – "))
    .map((line) => line.replace(/^(?:[-*•–]|\d+[.)])\s+/, ""))
    .filter((line) => line !== "");
  const few = all.slice(0, MOST_CARDS);
  const cards = few.map((card) => [...card].slice(0, MAX_TEXT).join(""));
  return { cards, more: all.length > few.length, cut: cards.some((card, at) => card !== few[at]) };
}

/** The words of things, line by line in the order of `order`: a group is followed by its cards. */
function linesOf(view: ViewEntries, keys: ReadonlySet<string>, order: readonly string[]): string[] {
  const inside = new Map<string, string[]>();
  for (const card of entriesOf(view, "card")) {
    if (keys.has(`group:${card.group}`)) inside.set(card.group, [...(inside.get(card.group) ?? []), `card:${card.id}`]);
  }
  const all = new Set(keys);
  for (const cards of inside.values()) for (const key of cards) all.add(key);
  return order
    .filter((key) => all.has(key))
    .map((key) => nameIn(view, key))
    .filter(Boolean);
}

function nameIn(view: ViewEntries, key: string): string {
  return key.startsWith("item:") ? ((view.get(key) as ItemEntry | undefined)?.text ?? "") : titleOf(view, key);
}

const SAFE: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text: string) => text.replace(/[&<>"]/g, (letter) => SAFE[letter] ?? letter);

export interface Copied {
  readonly text: string;
  readonly html: string;
  readonly drawings: string;
}

/** Things as they go to other programs: plain text, an HTML list, and the drawings among them for another board. */
export function copied(view: ViewEntries, keys: ReadonlySet<string>, order: readonly string[]): Copied {
  const lines = linesOf(view, keys, order);
  const list = lines.map((line) => `<li>${safe(line).replace(/\n/g, "<br>")}</li>`).join("");
  const items = [...keys].flatMap((key) => (key.startsWith("item:") ? ((view.get(key) as ItemEntry) ?? []) : []));
  const drawings = items
    .filter((item) => item.kind !== "picture")
    .map((item) => {
      const { x = 0, y = 0, colour = "" } = spotOf(view, item.id) ?? {};
      return { ...partsOf(item), kind: item.kind, x, y, colour };
    });
  return { text: lines.join("\n"), html: `<ul>${list}</ul>`, drawings: JSON.stringify(drawings) };
}

type Drawing = ReturnType<typeof drawingsOf>[number];

/** Drawings from the clipboard; what is none is left out, whoever put it there. */
export function drawingsOf(json: string) {
  let found: unknown = [];
  try {
    found = JSON.parse(json);
  } catch {
    // Somebody else's.
  }
  const whole = (n: unknown): n is number => Number.isInteger(n) && Math.abs(n as number) <= 90_000;
  return (Array.isArray(found) ? (found as (Record<string, unknown> | null)[]) : []).flatMap((one) => {
    const { kind, x, y, width, height, points, text, colour, start, end } = one ?? {};
    const numbers = [x, y, width, height, ...(Array.isArray(points) ? points : [null])].every(whole);
    const words = typeof text === "string" && typeof start === "string" && typeof end === "string";
    if (!numbers || !words || !(ITEM_KIND as readonly unknown[]).includes(kind) || kind === "picture") return [];
    const paint = (COLOUR as readonly unknown[]).includes(colour) ? colour : "";
    return [{ ...(one as unknown as ItemEntry), x: x as number, y: y as number, colour: paint as "" }];
  });
}

/** Puts copies of drawings on the board, a little beside where they were. */
export async function addCopies(drawings: readonly Drawing[]): Promise<void> {
  if (drawings.length === 0) return;
  const run = workshop.peek()?.run ?? "";
  const acts = drawings.map((one) => {
    const tie = (key: string) => (shown.peek().has(key) ? key : "");
    const place = { x: one.x + BESIDE, y: one.y + BESIDE, colour: one.colour };
    const fields = { ...partsOf(one), start: tie(one.start), end: tie(one.end), kind: one.kind, ...place };
    return ["AddItem", { id: newId(), run, ...fields }] as const;
  });
  const refused = (await act("draw", acts)).find((reply) => reply.status !== "ok");
  tell(refused && "say" in refused ? refused.say : d("copy.done", { count: drawings.length }));
}

/** Copies of items that lie on the board. */
export function copiesOf(items: readonly ItemEntry[]): Promise<void> {
  const keys = new Set(items.map((item) => `item:${item.id}`));
  return addCopies(drawingsOf(copied(shown.peek(), keys, [...keys]).drawings));
}
