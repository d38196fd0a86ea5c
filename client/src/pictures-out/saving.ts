// Saving a drawing as a file: the SVG as it is, or as PNG by drawing it on a canvas.
import type { Rect } from "../canvas/boxes.ts";
import { pictureOf } from "../pictures.ts";
import type { ItemEntry } from "../protocol.gen.ts";
import type { ViewEntries } from "../workshop.ts";
import type { Measure } from "./drawing.ts";

/** Points of the longest side of a PNG: what every browser still draws. */
const LONGEST = 8000;

/** Measures text as the drawing shows it. */
export function measurer(): Measure {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen === null) return (text) => [...text].length * 8;
  pen.font = "15px system-ui, sans-serif";
  return (text) => pen.measureText(text).width;
}

function dataUrl(body: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error("unreadable"));
    reader.readAsDataURL(body);
  });
}

/** The pictures among these keys as addresses that hold them; one that cannot be had is left out. */
export async function pictureData(view: ViewEntries, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const key of keys) {
    const file = key.startsWith("item:") ? (view.get(key) as ItemEntry | undefined)?.file : "";
    if (!file || found.has(file)) continue;
    const address = await pictureOf(file)
      .then(dataUrl)
      .catch(() => "");
    if (address) found.set(file, address);
  }
  return found;
}

export const svgFile = (svg: string) => new Blob([svg], { type: "image/svg+xml" });

/** How many points a unit of the board gets: two, or fewer where that would be more than can be drawn. */
export const sharpness = ({ width, height }: Rect) => Math.min(2, LONGEST / Math.max(width, height));

/** The drawing as PNG. Throws where this browser cannot. */
export async function pngFile(svg: string, size: Rect): Promise<Blob> {
  const address = URL.createObjectURL(svgFile(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    const scale = sharpness(size);
    [canvas.width, canvas.height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (made === null) throw new Error("no picture");
    return made;
  } finally {
    URL.revokeObjectURL(address);
  }
}
