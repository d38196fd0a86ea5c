import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { drawn, page, press } from "../../../testing/page.ts";
import { aBallot, aCard, aSeat, id, showLed } from "../../../testing/workshop.ts";
import { Asked } from "./asked.tsx";

test("where nobody asks for anything nothing stands there", () => {
  showLed({ cards: [aCard("a")] });
  expect(render(<Asked />).container.textContent).toBe("");
});

test("a card that somebody asks to look at is one press away", () => {
  const card = aCard("a", { text: "About Pat" });
  showLed({ cards: [card], more: { [`flag:${card.id}`]: { id: card.id, wording: 0 } } });
  render(<Asked />);
  expect(page()).toContain("Somebody asks you to look at a card");
  press("Look at it: About Pat");
  expect(screen.getByRole("dialog", { name: "This card" })).toBeTruthy();
});

test("who asks for a talk is named, until that has been seen", async () => {
  showLed({ room: { seats: [aSeat("f2", "Ana")], talks: [id("f2")] } });
  render(<Asked />);
  expect(page()).toContain("Ana asks for a talk");
  press("I have seen it");
  await drawn();
  expect(page()).toBe("");
});

test("E31: a vote that lost an option goes on, or is called off in two presses", () => {
  const asked = listen();
  showLed({ run: { stage: "vote" }, ballot: aBallot({ taken: ["card:1"] }), clock: { paused: true, version: 7 } });
  render(<Asked />);
  press("Let the vote go on");
  press("Call this vote off");
  expect(page()).toContain("What was voted is deleted.");
  press("Yes, call it off");
  const at = { run: id("1"), version: 7 };
  expect(asked).toEqual([
    ["ResumePhase", at],
    ["CallOffBallot", at],
  ]);
});
