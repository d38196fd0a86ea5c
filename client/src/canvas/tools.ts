// Which tool is in the hand. None: things are chosen and moved.
import { computed, effect, signal } from "@preact/signals";
import { choose } from "./chosen.ts";
import { canArrange } from "./may.ts";
import { pointerTool } from "./pointer.ts";
import { undescribed } from "./tools-draw.ts";
import { eraserOf, penOf } from "./tools-pen.ts";
import type { Closing } from "./tools-preview.ts";
import { lineTool, shapeTool, textTool } from "./tools-shapes.ts";
import { type World, world } from "./world.ts";

/** In the order of the toolbar. */
export const TOOLS = [
  ...(["pen", "marker", "line", "arrow", "box", "ellipse", "diamond", "text"] as const),
  ...(["eraser", "pointer"] as const),
];
export type ToolName = (typeof TOOLS)[number];

/** Where words were asked for on the board, or null. */
export const wordsAt = signal<{ readonly x: number; readonly y: number } | null>(null);

/** What was drawn is chosen and the hand is free again, unless another tool is in it by now. */
function drawn(name: ToolName): (id: string) => void {
  return (id) => {
    if (id === "" || tool.peek() !== name) return;
    putAway();
    choose([`item:${id}`]);
  };
}

const MAKE: Readonly<Record<ToolName, (on: World) => Closing>> = {
  pen: (on) => penOf(on, "pen"),
  marker: (on) => penOf(on, "marker"),
  line: (on) => lineTool(on, "line", drawn("line")),
  arrow: (on) => lineTool(on, "arrow", drawn("arrow")),
  box: (on) => shapeTool(on, "box", drawn("box")),
  ellipse: (on) => shapeTool(on, "ellipse", drawn("ellipse")),
  diamond: (on) => shapeTool(on, "diamond", drawn("diamond")),
  text: () =>
    textTool((place) => {
      wordsAt.value = place;
    }),
  eraser: eraserOf,
  pointer: pointerTool,
};

let open: Closing | null = null;

/** The tool that is taken up, or "". */
export const tool = computed(() => (world.value?.tool.value?.name ?? "") as ToolName | "");

/** Takes a tool up. */
export function take(name: ToolName): void {
  const on = world.peek();
  putAway();
  if (on === null || !canArrange.peek()) return;
  if (name === "pen") undescribed.value = [];
  open = MAKE[name](on);
  on.tool.value = open;
}

/** Puts the tool away. */
export function putAway(): void {
  open?.cancel();
  open?.close();
  open = null;
  const on = world.peek();
  if (on !== null) on.tool.value = null;
}

// A step in which nothing may be drawn takes the tool out of the hand.
effect(() => {
  if (!canArrange.value && open !== null) putAway();
});
