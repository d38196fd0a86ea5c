import { act, fireEvent, render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { aBoard } from "../../testing/board.ts";
import { showDrawn } from "../../testing/items.ts";
import type { TestLine } from "../../testing/line.ts";
import { freshDevice, page } from "../../testing/page.ts";
import { id } from "../../testing/workshop.ts";
import { momentsOn } from "../moments.ts";
import { Called } from "./called.tsx";

let line: TestLine;
const LOOK = { kind: "look", x: 2000, y: 3000, width: 1000, height: 600 };
const asks = () => act(() => line.say("moment", { moments: [LOOK] }));
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  document.body.replaceChildren();
  line = freshDevice();
  momentsOn(line);
  showDrawn();
});

test("the board goes where all are asked to look, and back where it was; the focus stays", async () => {
  const on = aBoard();
  const other = document.body.appendChild(document.createElement("button"));
  other.focus();
  render(<Called on={on} />);
  await asks();
  expect(on.camera().x).toBeGreaterThan(100);
  expect(document.activeElement).toBe(other);
  press("Back to where I was");
  expect(on.camera()).toEqual({ x: 0, y: 0, scale: 1 });
  expect(page()).not.toContain("everyone is asked");
});

test("whoever is typing is only asked, and goes when they want to", async () => {
  const on = aBoard();
  const box = document.body.appendChild(document.createElement("textarea"));
  box.focus();
  render(<Called on={on} />);
  await asks();
  expect(on.camera().x).toBe(0);
  press("Look there");
  expect(on.camera().x).toBeGreaterThan(100);
});

test("with the next step the question is over", async () => {
  render(<Called on={aBoard()} />);
  await asks();
  await act(() => showDrawn([], { run: { id: id("7") } }));
  expect(screen.queryByRole("button")).toBeNull();
});
