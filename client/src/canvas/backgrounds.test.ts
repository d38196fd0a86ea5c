import { expect, test } from "vitest";
import { aPhase, show } from "../../testing/workshop.ts";
import { aWorld } from "../../testing/world.ts";
import { drawSheets, fieldsOf, sheetsOf } from "./backgrounds.ts";

const area = { kind: "idea" as const, rect: { x: 0, y: 0, width: 600, height: 480 } };
const phases = [aPhase({ background: "two_by_two" }), aPhase({ background: "dream" })];

test("a sheet stands over the column of its phase, where no card is put by itself, and one only", () => {
  const sheets = sheetsOf({ phases }, [area]);
  expect(sheets.map((one) => one.background)).toEqual(["two_by_two"]);
  expect(sheets[0]?.rect).toEqual({ x: 0, y: -600, width: 600, height: 560 });
});

test("its fields are mirrored where people read from the right", () => {
  const [sheet] = sheetsOf({ phases }, [area]);
  if (sheet === undefined) throw new Error("no sheet");
  expect(fieldsOf(sheet, 1).map((field) => field.x)).toEqual([0, 300, 0, 300]);
  expect(fieldsOf(sheet, -1).map((field) => field.x)).toEqual([300, 0, 300, 0]);
});

test("its fields have words", () => {
  show({ phase: { background: "journey" } });
  const on = aWorld();
  const stop = drawSheets(on);
  expect(on.box.textContent).toContain("The journey of a person");
  expect(on.box.querySelectorAll(".sheet-field").length).toBe(5);
  stop();
});
