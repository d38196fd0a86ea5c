import { afterEach, expect, test } from "vitest";
import { showDrawn } from "../../testing/items.ts";
import { freshDevice } from "../../testing/page.ts";
import { aWorld } from "../../testing/world.ts";
import { putAway, take, tool } from "./tools.ts";
import { world } from "./world.ts";

afterEach(() => {
  putAway();
  world.value = null;
});

test("a tool is taken up and put away", () => {
  freshDevice();
  showDrawn();
  world.value = aWorld();
  take("pen");
  expect(tool.value).toBe("pen");
  putAway();
  expect(tool.value).toBe("");
});

test("where cards are written unseen no tool can be taken up, and the step takes it out of the hand", () => {
  freshDevice();
  showDrawn();
  world.value = aWorld();
  take("pen");
  showDrawn([], { run: { stage: "write" } });
  expect(tool.value).toBe("");
  take("box");
  expect(tool.value).toBe("");
});
