import { expect, test } from "vitest";
import { aCard, aGroup, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import type { CardKind } from "../protocol.gen.ts";
import { entries } from "../workshop.ts";
import { SHEET_HEIGHT } from "./backgrounds.ts";
import { layoutOf } from "./layout.ts";
import { areasNow, placeNow, placeOfAll, reachOf } from "./places.ts";

const PHONE = { width: 360, height: 400 };
const LAPTOP = { width: 1400, height: 700 };

const phases = (...kinds: CardKind[]) => kinds.map((kind) => aPhase({ cards: [kind] }));
const kinds = () => areasNow(layoutOf(entries.value).areas).map((area) => area.kind);

test("a step is where what it collects lies", () => {
  show({ head: { phases: phases("fact", "idea", "theme") } });
  expect(kinds()).toEqual(["fact"]);
});

test("while people sort, it is the groups and the ideas", () => {
  show({ head: { phases: phases("theme", "idea") }, cards: [aCard("a")] });
  expect(kinds()).toEqual(["theme", "idea"]);
});

test("a step that collects nothing is about the ideas, and about nothing without any", () => {
  show({ head: { phases: [aPhase({ cards: [] }), ...phases("idea")] }, cards: [aCard("a")] });
  expect(kinds()).toEqual(["idea"]);
  show({ head: { phases: [aPhase({ cards: [] }), ...phases("idea")] } });
  expect(placeNow(layoutOf(entries.value).areas, PHONE)).toBeNull();
});

test("everything there is leaves out columns that are empty", () => {
  show({ head: { phases: phases("idea", "fact", "caution") }, cards: [aCard("a")] });
  const layout = layoutOf(entries.value);
  expect(placeOfAll(layout)).toEqual(layout.rects.get("area:idea"));
});

test("a sorting step opens on what there is to sort where the groups are empty, and on both where there is room", () => {
  show({ head: { phases: phases("theme", "idea") }, cards: [aCard("a")] });
  const { areas, rects } = layoutOf(entries.value);
  expect(placeNow(areas, PHONE)).toEqual(rects.get("area:idea"));
  expect(placeNow(areas, LAPTOP)?.width).toBe(1400);
});

test("a sorting step opens on the groups once there are any, and leaves out ideas that all lie in groups", () => {
  const grouped = aCard("a", { group: id("9") });
  show({ head: { phases: phases("theme", "idea") }, cards: [grouped], groups: [aGroup("9")] });
  const { areas, rects } = layoutOf(entries.value);
  expect(placeNow(areas, PHONE)).toEqual(rects.get("area:theme"));
  show({ head: { phases: [aPhase({ cards: [] }), ...phases("idea")] }, cards: [grouped], groups: [aGroup("9")] });
  expect(kinds()).toEqual(["theme"]);
});

test("a step for reading is about what was just shown", () => {
  const before = aRun({ id: id("2"), phase: 0, revealed: true });
  const now = aRun({ phase: 1, stage: "read" });
  const head = { phases: [...phases("fact"), aPhase({ cards: [] }), ...phases("idea")] };
  show({ head, runs: [before], run: now, cards: [aCard("a", { kind: "fact" })] });
  expect(kinds()).toEqual(["fact"]);
});

test("ways round are written beside the worries", () => {
  show({ head: { phases: [...phases("fix"), ...phases("caution")] } });
  expect(kinds().sort()).toEqual(["caution", "fix"]);
});

test("a step with a sheet opens on the sheet, and all and the furthest reach hold it", () => {
  show({ head: { phases: [aPhase({ cards: ["idea"], background: "journey" })] } });
  const layout = layoutOf(entries.value);
  const column = layout.rects.get("area:idea");
  for (const place of [placeNow(layout.areas, LAPTOP), placeOfAll(layout), reachOf(layout)]) {
    expect(place?.y).toBeLessThan(-SHEET_HEIGHT);
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBe(column?.height);
  }
});
