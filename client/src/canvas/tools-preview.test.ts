import { expect, test } from "vitest";
import { aWorld } from "../../testing/world.ts";
import { svg } from "./ink-pieces.ts";
import { previewOn } from "./tools-preview.ts";

test("what is being drawn goes without a trace when the tool is put away", () => {
  const on = aWorld();
  const preview = previewOn(on);
  preview.group.append(svg("path"));
  expect(on.box.querySelectorAll("path").length).toBe(1);
  preview.clear();
  expect(on.box.querySelectorAll("path").length).toBe(0);
  preview.close();
  expect(on.box.children.length).toBe(0);
});
