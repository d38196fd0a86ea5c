// One pointer without a tool: a tap chooses, a drag moves things or the board, with shift it draws a box around things.
import { signal } from "@preact/signals";
import type { Rect } from "./boxes.ts";
import { panned } from "./camera.ts";
import { aim, carryBy, dropBack, lift, putDown } from "./carry.ts";
import { choose, chosen, current, toggle } from "./chosen.ts";
import type { Hand } from "./gestures.ts";
import { carrying, held } from "./holding.ts";
import { canArrange } from "./may.ts";
import type { World } from "./world.ts";

/** The box that is being drawn around things, in units of the board, or null. */
export const lasso = signal<Rect | null>(null);

const STILL = 5; // CSS pixels that a hand may tremble
const LONG_MS = 380;

type Doing = "wait" | "pan" | "carry" | "lasso";

interface Press {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** The point of the board under it. */
  readonly from: { readonly x: number; readonly y: number };
  readonly more: boolean;
  /** What was chosen before. */
  readonly chosen: readonly string[];
  doing: Doing;
  seen: { x: number; y: number };
  timer: ReturnType<typeof setTimeout> | undefined;
}

function boxOf(a: { x: number; y: number }, b: { x: number; y: number }): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

function keyAt(on: World, event: PointerEvent): string {
  const piece = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-key]") : null;
  const { x, y } = on.toBoard(event.clientX, event.clientY);
  const there = on.at(x, y);
  // Drawings lie above cards and are no elements that hear.
  return there.startsWith("item:") ? there : (piece?.dataset.key ?? there);
}

/** A hand for this board. `open`: asked for when a chosen thing is tapped again, or with a double click. */
export function handOf(on: World, open: (key: string) => void): Hand {
  let press: Press | null = null;
  let before = { key: "", at: 0 };
  // A finger that rested on a thing chooses several: each further tap adds one, or takes it out.
  let several = false;

  const begin = (now: Press, doing: Doing) => {
    now.doing = doing;
    clearTimeout(now.timer);
    if (doing !== "carry") return;
    if (!chosen.peek().has(now.key)) choose([now.key]);
    current.value = now.key;
    if (!lift(on, now.key)) now.doing = "pan";
  };
  /** A finger stayed where it was: it meant to choose. */
  const rested = (now: Press, event: PointerEvent) => {
    const still = Math.hypot(event.clientX - now.x, event.clientY - now.y) <= STILL;
    if (event.pointerType !== "touch" || !still) return false;
    dropBack();
    several = true;
    choose([...now.chosen, now.key]);
    return true;
  };
  const tap = (now: Press, event: PointerEvent) => {
    if (held.peek().size > 0) return;
    several &&= event.pointerType === "touch" && chosen.peek().size > 0;
    if (now.key === "") {
      if (!now.more) choose([]);
      return;
    }
    current.value = now.key;
    const twice = !several && before.key === now.key && event.timeStamp - before.at < 450;
    const again = event.pointerType === "touch" && !several && chosen.peek().has(now.key) && chosen.peek().size === 1;
    before = { key: now.key, at: event.timeStamp };
    if (now.more || several) toggle(now.key);
    else choose([now.key]);
    on.box.querySelector<HTMLElement>(`[data-key="${now.key}"]`)?.focus({ preventScroll: true });
    if (twice || again) open(now.key);
  };
  return {
    down(event) {
      const from = on.toBoard(event.clientX, event.clientY);
      if (carrying.peek() && held.peek().size > 0) {
        press = null;
        // What is held goes to where one taps: nothing has to be dragged (WCAG 2.5.7).
        const first = on.rect([...held.peek()][0] ?? "");
        if (first) carryBy(from.x - first.x - first.width / 2, from.y - first.y - 20);
        aim(on, from);
        void putDown();
        return;
      }
      const more = event.shiftKey || event.ctrlKey || event.metaKey;
      const key = event.button === 1 ? "" : keyAt(on, event);
      const now: Press = {
        ...{ key, x: event.clientX, y: event.clientY, from, more, doing: "wait", timer: undefined },
        ...{ seen: { x: event.clientX, y: event.clientY }, chosen: [...chosen.peek()] },
      };
      press = now;
      if (event.button === 2) press = null;
      else if (event.pointerType === "touch" && key !== "" && canArrange.peek())
        now.timer = setTimeout(() => press === now && now.doing === "wait" && begin(now, "carry"), LONG_MS);
    },
    move(event) {
      const now = press;
      if (now === null) return;
      const [across, down] = [event.clientX - now.x, event.clientY - now.y];
      if (now.doing === "wait" && Math.hypot(across, down) > STILL) {
        const touch = event.pointerType === "touch";
        const grabs = now.key !== "" && !touch && canArrange.peek() && event.buttons !== 4;
        begin(now, now.more && now.key === "" ? "lasso" : grabs ? "carry" : "pan");
      }
      const at = on.toBoard(event.clientX, event.clientY);
      if (now.doing === "carry") {
        carryBy(at.x - now.from.x, at.y - now.from.y);
        aim(on, at);
      }
      if (now.doing === "lasso") lasso.value = boxOf(now.from, at);
      if (now.doing === "pan") on.look(panned(on.camera(), now.seen.x - event.clientX, now.seen.y - event.clientY));
      now.seen = { x: event.clientX, y: event.clientY };
    },
    up(event) {
      const now = press;
      press = null;
      if (now === null) return;
      clearTimeout(now.timer);
      if (now.doing === "wait") tap(now, event);
      if (now.doing === "carry" && !rested(now, event)) void putDown();
      if (now.doing === "lasso" && lasso.peek()) {
        const inside = on.near(lasso.peek() as Rect).filter((key) => !key.startsWith("area:"));
        choose([...chosen.peek(), ...inside]);
        lasso.value = null;
      }
    },
    cancel() {
      clearTimeout(press?.timer);
      if (press?.doing === "carry") dropBack();
      lasso.value = null;
      press = null;
    },
  };
}
