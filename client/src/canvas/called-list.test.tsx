import { act, fireEvent, render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { showDrawn } from "../../testing/items.ts";
import { freshDevice } from "../../testing/page.ts";
import { aCard, id } from "../../testing/workshop.ts";
import { momentsOn } from "../moments.ts";
import { CalledInList } from "./called-list.tsx";
import { layout } from "./shown.ts";

beforeEach(() => document.body.replaceChildren());

test("the list offers the card that lies there, and goes to it only when that is wanted", async () => {
  const line = freshDevice();
  momentsOn(line);
  showDrawn([], { cards: [aCard("a", { text: "A choir" })] });
  const rect = layout.peek().rects.get(`card:${id("a")}`);
  const card = document.body.appendChild(document.createElement("article"));
  [card.id, card.tabIndex] = [`card-${id("a")}`, -1];
  render(<CalledInList />);
  await act(() => line.say("moment", { moments: [{ kind: "look", ...rect }] }));
  expect(screen.getByText("You are asked to look at “A choir”.")).toBeTruthy();
  expect(document.activeElement).toBe(document.body);
  fireEvent.click(screen.getByRole("button", { name: "Look there" }));
  expect(document.activeElement).toBe(card);
  expect(screen.queryByRole("button")).toBeNull();
});
