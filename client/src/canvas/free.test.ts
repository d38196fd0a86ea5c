import { expect, test } from "vitest";
import { freeOf } from "./free.ts";

function aBox(above: number, below: number): HTMLElement {
  document.body.innerHTML = `<div><div class="canvas"></div><p class="chosen-bar"></p><p class="canvas-foot"></p></div>`;
  for (const [name, height] of [
    ["chosen-bar", above],
    ["canvas-foot", below],
  ] as const) {
    const bar = document.querySelector(`.${name}`) as HTMLElement;
    Object.defineProperty(bar, "offsetHeight", { value: height });
    Object.defineProperty(bar, "offsetTop", { value: 6 });
  }
  return document.querySelector(".canvas") as HTMLElement;
}

test("what is free begins under the upper bar and ends over the lower one", () => {
  expect(freeOf(aBox(50, 140), { width: 900, height: 600 })).toEqual({ top: 56, size: { width: 900, height: 404 } });
});

test("where bars would leave too little, they may lie over things", () => {
  const size = { width: 360, height: 220 };
  expect(freeOf(aBox(50, 140), size)).toEqual({ top: 0, size });
});
