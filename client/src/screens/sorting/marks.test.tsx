import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { page } from "../../../testing/page.ts";
import { aCard, id, show } from "../../../testing/workshop.ts";
import Marks from "./marks.tsx";

const spot = { placed: false, x: 0, y: 0, version: 0, colour_version: 1, lock_version: 1 };

test("a colour has its name beside it, and a locked card says so", () => {
  const more = { [`spot:${id("a")}`]: { ...spot, id: id("a"), colour: "pink", locked: true } };
  show({ cards: [aCard("a")], more });
  render(<Marks card={aCard("a")} />);
  expect(page()).toBe("PinkLocked");
});

test("the card that is read out says so", () => {
  show({ cards: [aCard("a")], head: { reading: `card:${id("a")}` }, run: { stage: "live" } });
  render(<Marks card={aCard("a")} />);
  expect(page()).toBe("Being read out now");
});
