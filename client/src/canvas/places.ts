// Where to look: the place of the step that goes on, and everything there is.
import type { CardKind } from "../protocol.gen.ts";
import { justShown } from "../screens/read.tsx";
import { phase, run, workshop } from "../workshop.ts";
import { sheetsOf } from "./backgrounds.ts";
import { around, type Rect } from "./boxes.ts";
import { AROUND, type Size, TOGETHER } from "./camera.ts";
import type { Area, Layout } from "./layout.ts";

const holdsSome = (area: Area) => (area.kind === "theme" ? area.count : area.loose) > 0;

/** The kinds that a step works on: what it collects, and what that is an answer to; when people read, what was shown. */
function kindsNow(): readonly CardKind[] {
  const asked = phase.value?.cards ?? [];
  if (asked.includes("theme")) return [...asked, "idea"];
  if (asked.includes("fix")) return [...asked, "caution"];
  return asked.length === 0 && run.value?.stage === "read" ? justShown(run.value.phase) : asked;
}

/** The columns that the step which goes on is about. One that asks for nothing of its own: the ideas as they are sorted. */
export function areasNow(areas: readonly Area[]): readonly Area[] {
  const kinds = kindsNow();
  const asked = areas.filter((area) => kinds.includes(area.kind));
  const ideas = areas.filter((area) => (area.kind === "theme" || area.kind === "idea") && holdsSome(area));
  return asked.length > 0 ? asked : ideas;
}

const sheets = (areas: readonly Area[]): Rect[] =>
  sheetsOf(workshop.value ?? undefined, areas).map((sheet) => sheet.rect);

/** The sheet that this step sorts on, with the column under it. */
function sheetNow(areas: readonly Area[]): Rect | null {
  if (!phase.value?.background) return null;
  const area = areasNow(areas)[0];
  const sheet = sheets(areas).find((rect) => rect.x === area?.rect.x);
  return around([...(sheet ? [sheet] : []), ...(sheet && area ? [area.rect] : [])]);
}

/** Those columns together where a box of this size shows them large enough, else the first that holds something;
 * null where the step has no place. */
export function placeNow(areas: readonly Area[], box: Size): Rect | null {
  const sheet = sheetNow(areas);
  if (sheet) return sheet;
  const now = areasNow(areas);
  const all = around(now.map((area) => area.rect));
  if (all === null || (box.width - 2 * AROUND) / all.width >= TOGETHER) return all;
  return (now.find(holdsSome) ?? now[0])?.rect ?? null;
}

/** Around everything that lies somewhere, and the columns of this step: empty columns need no room. */
export function placeOfAll(layout: Layout): Rect {
  const used = layout.areas.filter((area) => area.count > 0 || areasNow(layout.areas).includes(area));
  const things = [...layout.rects].filter(([key]) => !key.startsWith("area:")).map(([, rect]) => rect);
  return around([...used.map((area) => area.rect), ...sheets(layout.areas), ...things]) ?? layout.bounds;
}

/** How far there is something to look at: columns, things, and sheets over the columns. */
export function reachOf(layout: Layout): Rect {
  return around([layout.bounds, ...sheets(layout.areas)]) ?? layout.bounds;
}
