// Drawings to test with, and a step in which people may draw.
import type { ItemEntry, SpotEntry } from "../src/protocol.gen.ts";
import { id, show } from "./workshop.ts";

export function anItem(letter: string, some: Partial<ItemEntry> = {}): ItemEntry {
  const bare = { width: 100, height: 50, points: [], start: "", end: "", text: "", file: "", version: 0 };
  return { id: id(letter), kind: "box", ...bare, ...some };
}

export function aSpot(letter: string, some: Partial<SpotEntry> = {}): SpotEntry {
  const bare = { placed: true, x: 0, y: 0, version: 0, colour: "", colour_version: 0 } as const;
  return { id: id(letter), ...bare, locked: false, lock_version: 0, ...some };
}

/** A step in which what people write shows at once, with these drawings on the board. */
export function showDrawn(items: readonly ItemEntry[] = [], scene: Parameters<typeof show>[0] = {}): void {
  const more: Record<string, unknown> = { ...scene.more };
  for (const item of items) {
    more[`item:${item.id}`] = item;
    more[`spot:${item.id}`] ??= { ...aSpot("0"), id: item.id };
  }
  show({ phase: { authorship: "signed" }, ...scene, run: { stage: "live", ...scene.run }, more });
}
