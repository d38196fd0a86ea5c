// The board as an SVG drawing with real text: pure, from the view and the same layout as the canvas.
import { endsOf, headPath, linePath } from "../canvas/arrows.ts";
import { around, type Rect, widened } from "../canvas/boxes.ts";
import type { Layout } from "../canvas/layout.ts";
import { spotOf } from "../canvas/order.ts";
import { LINES, SHAPES, STROKES, shapePath } from "../canvas/shapes.ts";
import { type InkKind, outlineOf } from "../canvas/strokes.ts";
import type { CardEntry, Colour, GroupEntry, ItemEntry } from "../protocol.gen.ts";
import type { ViewEntries } from "../workshop.ts";

/** The light colours, whatever the page looks like: a picture is for paper. */
const FILL: Readonly<Record<Colour, string>> = {
  "": "#ffffff",
  yellow: "#fff3bf",
  green: "#d8f5d0",
  blue: "#d6e9ff",
  pink: "#ffdce8",
  orange: "#ffe3c7",
  grey: "#e9ecef",
};
const INK: Readonly<Record<Colour, string>> = {
  "": "#1b1f24",
  yellow: "#7a5c00",
  green: "#1e6b2c",
  blue: "#12456b",
  pink: "#99234f",
  orange: "#8a4300",
  grey: "#57606a",
};
const [DARK, SOFT, LINE_COLOUR] = ["#1b1f24", "#4a5560", "#8b97a3"];
const [SIZE, LINE, EDGE, MARGIN] = [15, 20, 14, 32];
/** Letters that run from right to left come first. */
export const RTL = /^[^A-Za-z\u00c0-\u024f]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export interface Words {
  /** What the whole is called, and what is in it. */
  readonly title: string;
  readonly desc: string;
  /** Above a column: its name and how much is in it. */
  readonly area: (kind: Layout["areas"][number]) => string;
  readonly signed: (name: string) => string;
}

/** How wide a line of text is, in units of the board. */
export type Measure = (text: string) => number;

export function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no XML may hold them
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return plain.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The text in lines that are no wider than `width`; a longer word is broken. */
export function wrapped(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (measure(longer) <= width) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      line = "";
      for (const letter of word) {
        if (line !== "" && measure(line + letter) > width) {
          lines.push(line);
          line = "";
        }
        line += letter;
      }
    }
    lines.push(line);
  }
  return lines;
}

function textAt(rect: Rect, lines: readonly string[], more = `fill="${DARK}"`): string {
  return lines
    .map((line, at) => {
      const right = RTL.test(line);
      const x = right ? rect.x + rect.width - EDGE : rect.x + EDGE;
      const y = rect.y + EDGE + SIZE - 2 + at * LINE;
      return `<text x="${x}" y="${y}"${right ? ' direction="rtl"' : ""} ${more}>${escaped(line)}</text>`;
    })
    .join("");
}

const box = ({ x, y, width, height }: Rect, more: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${more}/>`;

/** Everything that a drawing is made from. `pictures`: addresses that hold them, by file. */
export interface Source {
  readonly view: ViewEntries;
  readonly layout: Layout;
  readonly words: Words;
  readonly measure: Measure;
  readonly pictures: ReadonlyMap<string, string>;
}

function card({ view, words, measure }: Source, key: string, rect: Rect): string {
  const entry = view.get(key) as CardEntry;
  const fill = FILL[spotOf(view, entry.id)?.colour ?? ""];
  const lines = wrapped(entry.text, rect.width - 2 * EDGE, measure);
  const grown = { ...rect, height: Math.max(rect.height, lines.length * LINE + 2 * EDGE + (entry.signed ? LINE : 0)) };
  const foot = entry.signed
    ? textAt(
        { ...grown, y: grown.y + grown.height - LINE - EDGE },
        [words.signed(entry.signed)],
        `fill="${SOFT}" font-size="13"`,
      )
    : "";
  return `${box(grown, `rx="6" fill="${fill}" stroke="${LINE_COLOUR}"`)}${textAt(rect, lines)}${foot}`;
}

function group({ view }: Source, key: string, rect: Rect): string {
  const { name } = view.get(key) as GroupEntry;
  return `${box(rect, `rx="10" fill="#f4f6f8" stroke="${SOFT}" stroke-width="2"`)}${textAt(rect, [name], `fill="${DARK}" font-weight="700"`)}`;
}

function item({ view, layout, measure, pictures }: Source, key: string, rect: Rect): string {
  const entry = view.get(key) as ItemEntry;
  const spot = spotOf(view, entry.id) ?? { x: 0, y: 0, colour: "" as Colour };
  const ink = INK[spot.colour];
  const named = entry.text ? `<title>${escaped(entry.text)}</title>` : "";
  if (LINES.has(entry.kind)) {
    const ends = endsOf(entry, spot, (other) => layout.rects.get(other));
    const head =
      entry.kind === "arrow" ? `<path d="${headPath(ends)}" fill="none" stroke="${ink}" stroke-width="3"/>` : "";
    return `<g>${named}<path d="${linePath(ends, false)}" fill="none" stroke="${ink}" stroke-width="3"/>${head}</g>`;
  }
  if (STROKES.has(entry.kind)) {
    const faint = entry.kind === "marker" ? ' fill-opacity="0.35"' : "";
    const path = `<path d="${outlineOf(entry.kind as InkKind, entry.points)}" fill="${ink}"${faint}/>`;
    return `<g transform="translate(${spot.x} ${spot.y})">${named}${path}</g>`;
  }
  if (entry.kind === "picture") {
    const href = pictures.get(entry.file);
    const { x, y, width, height } = rect;
    if (href)
      return `<image x="${x}" y="${y}" width="${width}" height="${height}" href="${escaped(href)}">${named}</image>`;
  }
  const lines = entry.text ? textAt(rect, wrapped(entry.text, rect.width - 2 * EDGE, measure), `fill="${ink}"`) : "";
  if (!SHAPES.has(entry.kind)) return lines;
  const shape = shapePath(entry.kind as "box", rect.width, rect.height);
  const path = `<path d="${shape}" fill="${FILL[spot.colour]}" stroke="${ink}" stroke-width="2"/>`;
  return `<g transform="translate(${rect.x} ${rect.y})">${path}</g>${lines}`;
}

const rank = (view: ViewEntries, key: string) => {
  if (key.startsWith("group:")) return 1;
  if (key.startsWith("card:")) return 2;
  return SHAPES.has((view.get(key) as ItemEntry).kind) ? 0 : 3;
};

/** The drawing of these keys, or of everything that lies on the board; null where nothing does. */
export function drawingOf(source: Source, keys: readonly string[] | null = null): { svg: string; size: Rect } | null {
  const { view, layout, words } = source;
  const shown = (keys ?? layout.order).filter((key) => view.has(key) && layout.rects.has(key));
  const rects = new Map(shown.map((key) => [key, layout.rects.get(key) as Rect]));
  const areas = keys === null ? layout.areas.filter((area) => area.count > 0) : [];
  const bounds = around([...rects.values(), ...areas.map((area) => area.rect)]);
  if (bounds === null || shown.length === 0) return null;
  const size = widened(bounds, MARGIN);
  const columns = areas.map((area) => {
    const frame = box(area.rect, `rx="12" fill="none" stroke="${LINE_COLOUR}" stroke-dasharray="6 6"`);
    return frame + textAt(area.rect, [words.area(area)], `fill="${SOFT}" font-size="18" font-weight="700"`);
  });
  const things = [...shown]
    .sort((a, b) => rank(view, a) - rank(view, b))
    .map((key) => {
      const draw = key.startsWith("card:") ? card : key.startsWith("group:") ? group : item;
      return draw(source, key, rects.get(key) as Rect);
    });
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" width="${size.width}" height="${size.height}" ` +
    `viewBox="${size.x} ${size.y} ${size.width} ${size.height}" font-family="system-ui, sans-serif" font-size="${SIZE}">`;
  const told = `<title id="t">${escaped(words.title)}</title><desc id="d">${escaped(words.desc)}</desc>`;
  return { svg: `${head}${told}${box(size, 'fill="#ffffff"')}${columns.join("")}${things.join("")}</svg>`, size };
}
