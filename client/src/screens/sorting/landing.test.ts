import { afterEach, expect, test } from "vitest";
import { drawn } from "../../../testing/page.ts";
import { aCard, id, show } from "../../../testing/workshop.ts";
import { goAlong } from "./landing.ts";

afterEach(() => document.body.replaceChildren());

function draw(tag = "article", name = `card-${id("a")}`): HTMLElement {
  const element = document.createElement(tag);
  element.id = name;
  element.tabIndex = -1;
  document.body.append(element);
  return element;
}

test("a card that is drawn anew elsewhere has the focus again", async () => {
  draw();
  goAlong(id("a"));
  await drawn();
  expect(document.activeElement?.id).toBe(`card-${id("a")}`);
  document.body.replaceChildren();
  draw();
  show({ cards: [aCard("a")] });
  await drawn();
  expect(document.activeElement?.id).toBe(`card-${id("a")}`);
});

test("whoever has gone elsewhere stays there", async () => {
  draw();
  draw("button", "other").focus();
  goAlong(id("a"));
  await drawn();
  expect(document.activeElement?.id).toBe("other");
});
