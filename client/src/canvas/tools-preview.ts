// What is being drawn, before the server has it.
import { svg } from "./ink-pieces.ts";
import type { Tool, World } from "./world.ts";

/** What is being drawn, before the server has it. It goes when the tool is put away. */
export interface Preview {
  readonly group: SVGGElement;
  clear(): void;
  close(): void;
}

export function previewOn(on: World): Preview {
  const part = on.layer("above");
  part.classList.add("inks");
  const sheet = svg("svg", { class: "ink-sheet", "aria-hidden": "true", width: "1", height: "1" });
  const group = svg("g");
  sheet.append(group);
  part.append(sheet);
  return { group, clear: () => group.replaceChildren(), close: () => part.remove() };
}

/** A tool that leaves nothing behind when it is put away. */
export type Closing = Tool & { readonly close: () => void };
