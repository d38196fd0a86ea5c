// From far away: plain blocks on one picture, so that thousands of cards move like one.
import type { CardEntry } from "../protocol.gen.ts";
import { HAT_OF } from "../words/kinds.ts";
import { spotOf } from "./order.ts";
import { shown } from "./shown.ts";
import type { Frame, World } from "./world.ts";

interface Ink {
  readonly fill: string;
  readonly edge: string;
}

/** The colours of the style sheets for a hat or a colour of the board, as the page has them now. */
function inkReader(box: HTMLElement): (name: "hat" | "colour", value: string) => Ink {
  const known = new Map<string, Ink>();
  const probe = document.createElement("span");
  return (name, value) => {
    const found = known.get(`${name} ${value}`);
    if (found) return found;
    probe.className = "ink";
    delete probe.dataset.hat;
    delete probe.dataset.colour;
    probe.dataset[name] = value;
    box.append(probe);
    const { backgroundColor, borderTopColor } = getComputedStyle(probe);
    probe.remove();
    const ink = { fill: backgroundColor, edge: borderTopColor };
    known.set(`${name} ${value}`, ink);
    return ink;
  };
}

const LINES = 0.14; // from this scale on a block shows that it has words

function block(pen: CanvasRenderingContext2D, on: World, frame: Frame, key: string, ink: Ink): void {
  const rect = on.rect(key);
  if (!rect) return;
  const { x, y, scale } = frame.camera;
  const [left, top] = [(rect.x - x) * scale, (rect.y - y) * scale];
  const [width, height] = [Math.max(2, rect.width * scale), Math.max(2, rect.height * scale)];
  pen.fillStyle = ink.fill;
  pen.fillRect(left, top, width, height);
  pen.fillStyle = ink.edge;
  pen.fillRect(left, top, Math.max(1, 6 * scale), height);
  if (scale < LINES) return;
  for (let line = 0; line * 20 + 30 < rect.height; line += 1) {
    const last = line * 20 + 50 >= rect.height;
    pen.fillRect(left + 20 * scale, top + (line * 20 + 20) * scale, (last ? 90 : 160) * scale, Math.max(1, 4 * scale));
  }
}

/** Keeps the picture drawn while the camera is far. Gives back how to stop. */
export function drawFar(on: World): () => void {
  const picture = document.createElement("canvas");
  picture.className = "far";
  on.box.append(picture);
  const pen = picture.getContext("2d");
  let inks = inkReader(on.box);
  const schemes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
  const renew = () => {
    inks = inkReader(on.box);
    on.redraw();
  };
  for (const scheme of schemes) scheme.addEventListener("change", renew);
  const stop = on.onFrame((frame) => {
    picture.hidden = !frame.far;
    if (!frame.far || pen === null) return;
    const dense = Math.min(2, devicePixelRatio || 1);
    const [width, height] = [Math.round(frame.size.width * dense), Math.round(frame.size.height * dense)];
    if (picture.width !== width || picture.height !== height) [picture.width, picture.height] = [width, height];
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, frame.size.width, frame.size.height);
    for (const key of on.near(frame.seen)) {
      if (!key.startsWith("card:")) continue;
      const card = shown.peek().get(key) as CardEntry | undefined;
      const colour = spotOf(shown.peek(), key.slice(5))?.colour;
      if (card) block(pen, on, frame, key, colour ? inks("colour", colour) : inks("hat", HAT_OF[card.kind]));
    }
  });
  return () => {
    for (const scheme of schemes) scheme.removeEventListener("change", renew);
    stop();
    picture.remove();
  };
}
