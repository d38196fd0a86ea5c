import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { drawn, page, press } from "../../../testing/page.ts";
import { aCard, id, show } from "../../../testing/workshop.ts";
import { Outline } from "../outline.tsx";
import ReadingNow from "./reading-now.tsx";

const out = { head: { reading: `card:${id("a")}` }, run: { stage: "read" } } as const;

test("what is read out stands at the top, and one press goes to it", async () => {
  show({ cards: [aCard("a", { text: "Tea on the pier" }), aCard("c")], ...out });
  render(
    <>
      <ReadingNow />
      <Outline first={["idea"]} />
    </>,
  );
  expect(screen.getByRole("region", { name: "Being read out now" }).textContent).toContain("Tea on the pier");
  await drawn();
  press("Go to this card");
  expect(document.activeElement?.id).toBe(`card-${id("a")}`);
  expect(document.activeElement?.hasAttribute("data-out")).toBe(true);
});

test("nothing stands there while nothing is read out", () => {
  show({ cards: [aCard("a")] });
  render(<ReadingNow />);
  expect(page()).toBe("");
});
