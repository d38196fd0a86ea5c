import { expect, test } from "vitest";
import { anItem, aSpot, showDrawn } from "../../testing/items.ts";
import { freshDevice } from "../../testing/page.ts";
import { id } from "../../testing/workshop.ts";
import { aWorld } from "../../testing/world.ts";
import { drawInk, inkTouched, liesBelow } from "./ink.ts";

test("what is drawn can be seen, and be heard by its name", () => {
  freshDevice();
  showDrawn([anItem("a", { text: "Us" }), anItem("b", { kind: "pen", points: [0, 0, 50, 9, 9, 50] })]);
  const on = aWorld();
  const stop = drawInk(on);
  on.frame();
  expect(on.box.querySelector(`[data-key="item:${id("a")}"]`)?.getAttribute("aria-label")).toBe("Box: Us");
  expect(on.box.querySelectorAll(".ink-edge").length).toBe(1);
  showDrawn();
  on.frame();
  expect(on.box.querySelectorAll("[data-key]").length).toBe(0);
  stop();
});

test("an arrow follows what it is tied to", () => {
  freshDevice();
  const arrow = anItem("c", { kind: "arrow", points: [0, 0, 1, 1], start: `item:${id("a")}`, end: `item:${id("b")}` });
  const far = { [`spot:${id("b")}`]: aSpot("b", { x: 300 }) };
  showDrawn([anItem("a"), anItem("b"), arrow], { more: far });
  const on = aWorld();
  const stop = drawInk(on);
  on.frame();
  expect(on.box.querySelector(".ink-line")?.getAttribute("d")).toBe("M106 25L294 25");
  stop();
});

test("shapes lie under the cards, and an empty one is touched at its edge only", () => {
  freshDevice();
  showDrawn([anItem("a"), anItem("b", { kind: "text", text: "Us" })]);
  expect([liesBelow(`item:${id("a")}`), liesBelow(`item:${id("b")}`)]).toEqual([true, false]);
  expect(inkTouched(aWorld(), `item:${id("a")}`, 50, 25, 4)).toBe(false);
  expect(inkTouched(aWorld(), `item:${id("a")}`, 50, 1, 4)).toBe(true);
});
