// The result of a vote as an SVG drawing: words that are words, with a bar under each. Pure.
import type { Bar } from "../parts/bars.tsx";
import { escaped, type Measure, RTL, wrapped } from "./drawing.ts";

export interface ResultWords {
  /** Of the workshop. */
  readonly title: string;
  /** "The result of “What pulls you”" */
  readonly heading: string;
  /** How many voted. */
  readonly cast: string;
  /** A line of the result as one sentence, for whoever hears the picture. */
  readonly line: (row: Bar) => string;
}

/** `rightToLeft`: of the page's language. `measure`: of text of 15 units. */
export interface ResultSource {
  readonly rows: readonly Bar[];
  readonly words: ResultWords;
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly measure: Measure;
}

const [WIDTH, EDGE, BAR, BETWEEN] = [960, 40, 22, 26];
const [INK, SOFT, FILL, TRACK] = ["#1b1f24", "#4a5560", "#1c5746", "#e4e8ec"];
const ROOM = WIDTH - 2 * EDGE;
const MEASURED = 15;

interface Style {
  readonly size: number;
  readonly fill?: string;
  readonly bold?: boolean;
}

/** Draws from the top down; `y` is how far it has come. */
class Sheet {
  y = EDGE;
  readonly parts: string[] = [];

  private readonly from: ResultSource;

  constructor(from: ResultSource) {
    this.from = from;
  }

  /** A line of text at the side where reading begins, or (`far`) at the other; its own letters say how it runs. */
  line(text: string, { size, fill = INK, bold = false }: Style, far = false): void {
    const rtl = RTL.test(text);
    const right = this.from.rightToLeft !== far;
    const anchor = rtl === right ? "start" : "end";
    const more = `${rtl ? ' direction="rtl"' : ""}${bold ? ' font-weight="700"' : ""} text-anchor="${anchor}"`;
    const at = `x="${right ? WIDTH - EDGE : EDGE}" y="${this.y + size}"`;
    this.parts.push(`<text ${at} font-size="${size}" fill="${fill}"${more}>${escaped(text)}</text>`);
  }

  /** A text in as many lines as it needs. */
  text(text: string, style: Style): void {
    const wide = (line: string) => (this.from.measure(line) * style.size) / MEASURED;
    for (const line of wrapped(text, style.bold ? ROOM * 0.94 : ROOM, wide)) {
      this.line(line, style);
      this.y += Math.round(style.size * 1.35);
    }
  }

  row({ label, say, share, tag }: Bar): void {
    this.y += BETWEEN;
    this.text(label, { size: 18, bold: true });
    const wide = Math.round(ROOM * Math.max(0, Math.min(1, share)));
    const x = this.from.rightToLeft ? WIDTH - EDGE - wide : EDGE;
    const bar = `height="${BAR}" rx="4"`;
    this.parts.push(`<rect x="${EDGE}" y="${this.y + 4}" width="${ROOM}" ${bar} fill="${TRACK}"/>`);
    if (wide > 0) this.parts.push(`<rect x="${x}" y="${this.y + 4}" width="${wide}" ${bar} fill="${FILL}"/>`);
    this.y += BAR + 10;
    this.line(say, { size: 16 });
    if (tag) this.line(tag, { size: 16, bold: true }, true);
    this.y += 22;
  }
}

/** The drawing, and how large it is. */
export function resultDrawing(from: ResultSource): {
  svg: string;
  size: { x: number; y: number; width: number; height: number };
} {
  const { words, rows } = from;
  const sheet = new Sheet(from);
  sheet.text(words.title, { size: 26, bold: true });
  sheet.text(words.heading, { size: 18 });
  sheet.text(words.cast, { size: 16, fill: SOFT });
  for (const row of rows) sheet.row(row);
  const height = sheet.y + EDGE;
  const told = [words.cast, ...rows.map(words.line)].join("\n");
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t" aria-describedby="d" ` +
    `xml:lang="${escaped(from.language)}" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" ` +
    `font-family="system-ui, sans-serif">`;
  const named = `<title id="t">${escaped(words.heading)}</title><desc id="d">${escaped(told)}</desc>`;
  const ground = `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`;
  return {
    svg: `${head}${named}${ground}${sheet.parts.join("")}</svg>`,
    size: { x: 0, y: 0, width: WIDTH, height },
  };
}
