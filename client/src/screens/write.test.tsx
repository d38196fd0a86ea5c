import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { drawn, enter, freshDevice, page } from "../../testing/page.ts";
import { aCard, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { HatHints, Write } from "./write.tsx";

beforeEach(() => {
  freshDevice();
  show();
});

test("one's own cards stand on the page at once, and it is said that nobody else sees them", async () => {
  render(<Write run={aRun()} phase={aPhase()} />);
  expect(page()).toContain("What you write is shown to nobody until everyone's cards are shown together.");
  expect(page()).toContain("A shared supper in the library");
  enter("Your idea", "A walking bus");
  await drawn();
  expect(document.querySelector("article")?.textContent).toContain("A walking bus");
  expect(page()).not.toContain("A shared supper in the library");
});

test("what was shown before is one tap away", () => {
  show({ cards: [aCard("d", { kind: "fact", run: id("7"), text: "The last bus" })] });
  render(<Write run={aRun()} phase={aPhase()} />);
  expect(page()).toContain("The board so far");
  expect(page()).toContain("The last bus");
});

test("what helps under a hat can be read; a break needs no help", () => {
  const { container } = render(<HatHints hat="green" />);
  expect(container.textContent).toContain("Go for many");
  expect(render(<HatHints hat="none" />).container.textContent).toBe("");
});
