// What passes between devices and is kept nowhere: where somebody points, a stroke while it is drawn, where all are asked to look.
import type { Line } from "./line.ts";

/** Units of the board. `points`: x, y and pressure by turns, those since the last moment of this stroke. */
export type Moment =
  | { readonly kind: "pointer"; readonly x: number; readonly y: number }
  | { readonly kind: "stroke"; readonly id: string; readonly points: readonly number[] }
  | { readonly kind: "look"; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const hearers = new Set<(moments: readonly Moment[]) => void>();
let line: Line | null = null;

/** Moments come and go on this line from now on. */
export function momentsOn(opened: Line): void {
  line = opened;
  opened.on("moment", (frame: { readonly moments?: readonly Moment[] }) => {
    for (const hear of hearers) hear(frame.moments ?? []);
  });
}

/** Calls `hear` with what others do just now. Gives back how to stop. */
export function onMoments(hear: (moments: readonly Moment[]) => void): () => void {
  hearers.add(hear);
  return () => {
    hearers.delete(hear);
  };
}

/** Tells the others, if the line is up; what is lost is lost. Gives back whether it was sent. */
export function sendMoment(moment: Moment): boolean {
  if (!line?.connected) return false;
  line.emit("moment", moment);
  return true;
}
