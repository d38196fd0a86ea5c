// Which things near what is seen are there as elements: what is seen at once, what lies around it a few with each
// frame. To make a whole row of cards in the frame in which it comes near is what makes an old phone stumble.
import { type Rect, touch, widened } from "./boxes.ts";
import type { Frame, World } from "./world.ts";

/** Beyond the edge of the box, in CSS pixels. */
const MARGIN = 240;
/** What lies around is made by so many in each frame: one, which is faster than a finger brings new ones. */
const FEW = 1;

/** What one frame brings. `anew`: not only what still waited; `keys`: all that belongs there; `due`: what is made now. */
export interface Round {
  readonly anew: boolean;
  readonly keys: readonly string[];
  readonly due: ReadonlySet<string>;
}

function inside(small: Rect, large: Rect): boolean {
  const right = small.x + small.width <= large.x + large.width;
  return small.x >= large.x && small.y >= large.y && right && small.y + small.height <= large.y + large.height;
}

/** What each frame brings, or null for nothing. `wanted`: of the keys near the ones that belong there, in order. */
export function nearby(
  on: Pick<World, "near" | "rect" | "again">,
  wanted: (frame: Frame, near: readonly string[]) => readonly string[],
  has: (key: string) => boolean,
): (frame: Frame) => Round | null {
  let [area, wasFar]: [Rect | null, boolean | null] = [null, null];
  let keys: readonly string[] = [];
  let waiting: readonly string[] = [];
  return (frame) => {
    const fits = area !== null && inside(frame.seen, area) && frame.seen.width * 4 > area.width;
    const anew = !fits || frame.changed || frame.far !== wasFar;
    if (!anew && waiting.length === 0) return null;
    if (anew) {
      area = fits && area ? area : widened(frame.seen, MARGIN / frame.camera.scale);
      wasFar = frame.far;
      keys = wanted(frame, on.near(area));
      waiting = keys.filter((key) => !has(key));
    }
    const isSeen = (key: string) => {
      const rect = on.rect(key);
      return rect === undefined || touch(rect, frame.seen);
    };
    const around = waiting.filter((key) => !isSeen(key));
    const later = new Set(around.slice(FEW));
    const due = new Set(waiting.filter((key) => !later.has(key)));
    waiting = [...later];
    if (waiting.length > 0) on.again();
    return { anew, keys, due };
  };
}
