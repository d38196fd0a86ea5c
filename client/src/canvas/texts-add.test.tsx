import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { showDrawn } from "../../testing/items.ts";
import { drawn, freshDevice, press, type } from "../../testing/page.ts";
import { aCard, id } from "../../testing/workshop.ts";
import { choose } from "./chosen.ts";
import { AddItemDialog, besidePlace } from "./texts-add.tsx";

const A = { x: 0, y: 0, width: 200, height: 80 };

test("two chosen cards are joined by an arrow without a pointer", async () => {
  const line = freshDevice();
  showDrawn([], { cards: [aCard("a"), aCard("b")] });
  choose([`card:${id("a")}`, `card:${id("b")}`]);
  render(<AddItemDialog onClose={() => undefined} />);
  press("Add it");
  await drawn();
  const tied = { kind: "arrow", start: `card:${id("a")}`, end: `card:${id("b")}` };
  expect(line.asked[0]?.fields).toMatchObject(tied);
  choose([]);
});

test("a text needs words, and goes where nothing lies", async () => {
  const line = freshDevice();
  showDrawn();
  render(<AddItemDialog onClose={() => undefined} />);
  press("Add it");
  expect(screen.getByText("Write some words first.")).toBeTruthy();
  type("Words", "Hello");
  press("Add it");
  await drawn();
  expect(line.asked[0]?.fields).toMatchObject({ kind: "text", text: "Hello" });
});

test("what goes beside a card lies on no other", () => {
  const rects = new Map([
    ["card:a", A],
    ["card:b", { ...A, x: 230 }],
  ]);
  expect(besidePlace({ rects, bounds: A }, "card:a", 100)).toEqual({ x: 448, y: 0 });
  expect(besidePlace({ rects, bounds: A }, "", 100)).toEqual({ x: 0, y: 104 });
});
