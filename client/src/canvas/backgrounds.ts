// The sheets that an agenda puts above a column to sort its cards on: a journey, two questions, what we have, a dream.
import { effect } from "@preact/signals";
import type { Background, CardKind, WorkshopEntry } from "../protocol.gen.ts";
import { entries } from "../workshop.ts";
import type { Rect } from "./boxes.ts";
import { svg } from "./ink-pieces.ts";
import { type DrawingKey, d } from "./ink-words.ts";
import { directionOf } from "./order.ts";
import { layout } from "./shown.ts";
import type { World } from "./world.ts";

/** Where a sheet lies, and what it is. It stands over its column, where no card is put by itself. */
export interface Sheet {
  readonly background: Exclude<Background, "">;
  readonly rect: Rect;
}

export const SHEET_HEIGHT = 560;
const ABOVE = 40;
const TITLE = 44;

type Field = readonly [x: number, y: number, width: number, height: number];

/** The fields of each sheet as parts of its width and height, in the order in which they are read. */
export const FIELDS: Readonly<Record<Exclude<Background, "">, readonly Field[]>> = {
  journey: [0, 1, 2, 3, 4].map((at) => [at / 5, 0, 1 / 5, 1] as const),
  two_by_two: [
    [0, 0, 0.5, 0.5],
    [0.5, 0, 0.5, 0.5],
    [0, 0.5, 0.5, 0.5],
    [0.5, 0.5, 0.5, 0.5],
  ],
  resource_map: [0, 1, 2, 3, 4, 5].map((at) => [(at % 3) / 3, at < 3 ? 0 : 0.5, 1 / 3, 0.5] as const),
  dream: [
    [0, 0.62, 0.34, 0.38],
    [0.33, 0.3, 0.34, 0.4],
    [0.62, 0, 0.38, 0.42],
  ],
};

interface Columns {
  readonly kind: CardKind;
  readonly rect: Rect;
}

/** The sheets of an agenda: of each phase that has one, over the first column that it collects into. */
export function sheetsOf(head: Pick<WorkshopEntry, "phases"> | undefined, areas: readonly Columns[]): Sheet[] {
  const over = new Map<CardKind, Sheet>();
  for (const { background, cards } of head?.phases ?? []) {
    const area = areas.find((one) => cards.includes(one.kind)) ?? areas.find((one) => one.kind === "idea");
    if (background === "" || area === undefined || over.has(area.kind)) continue;
    const { x, y, width } = area.rect;
    over.set(area.kind, { background, rect: { x, y: y - ABOVE - SHEET_HEIGHT, width, height: SHEET_HEIGHT } });
  }
  return [...over.values()];
}

/** The rectangles of a sheet's fields on the board; from the right where people read that way. */
export function fieldsOf({ background, rect }: Sheet, direction: 1 | -1): Rect[] {
  const [top, high] = [rect.y + TITLE, rect.height - TITLE];
  return FIELDS[background].map(([x, y, width, height]) => ({
    x: Math.round(rect.x + rect.width * (direction === 1 ? x : 1 - x - width)),
    y: Math.round(top + high * y),
    width: Math.round(rect.width * width),
    height: Math.round(high * height),
  }));
}

function words(rect: Rect, text: string, name: string): HTMLElement {
  const label = document.createElement("p");
  label.className = name;
  label.textContent = text;
  label.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
  label.style.inlineSize = `${rect.width}px`;
  return label;
}

function drawn(sheet: Sheet, direction: 1 | -1): { readonly shapes: SVGElement[]; readonly labels: HTMLElement[] } {
  const { background, rect } = sheet;
  const shapes: SVGElement[] = [];
  const labels = [words(rect, d(`sheet.${background}`), "sheet-title")];
  fieldsOf(sheet, direction).forEach((field, at) => {
    const place = { x: String(field.x), y: String(field.y), width: String(field.width), height: String(field.height) };
    shapes.push(svg("rect", { class: "sheet-field", rx: "12", ...place }));
    labels.push(words(field, d(`sheet.${background}.${at + 1}` as DrawingKey), "sheet-label"));
  });
  return { shapes, labels };
}

/** Keeps the sheets drawn on a world. Gives back how to stop. */
export function drawSheets(on: World): () => void {
  const part = on.layer("below");
  part.classList.add("sheets");
  const drawing = svg("svg", { class: "ink-sheet", "aria-hidden": "true", width: "1", height: "1" });
  let before = "";
  const stop = effect(() => {
    const direction = directionOf(entries.value);
    const sheets = sheetsOf(entries.value.get("workshop") as WorkshopEntry | undefined, layout.value.areas);
    const now = JSON.stringify([sheets, direction]);
    if (now === before) return;
    before = now;
    const all = sheets.map((sheet) => drawn(sheet, direction));
    drawing.replaceChildren(...all.flatMap((one) => one.shapes));
    part.replaceChildren(drawing, ...all.flatMap((one) => one.labels));
  });
  return () => {
    stop();
    part.remove();
  };
}
