import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { id, showLed } from "../../../testing/workshop.ts";
import { Closing } from "./closing.tsx";

test("a closing vote counts down and can be kept open, over the clock that was seen", () => {
  const asked = listen();
  showLed({ run: { phase: 3, stage: "vote" }, ballot: { state: "open" }, clock: { closing_at: 5, version: 9 } });
  render(<Closing seconds={8} />);
  expect(screen.getByText("The vote closes in 8 seconds")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Keep it open" }));
  expect(asked).toEqual([["KeepBallotOpen", { run: id("1"), version: 9 }]]);
});

test("a vote that has closed meanwhile is said", async () => {
  listen(() => ({ status: "superseded", code: "superseded", say: "Someone changed this just before you." }));
  showLed({ run: { phase: 3, stage: "vote" }, ballot: { state: "open" }, clock: { closing_at: 5 } });
  render(<Closing seconds={0} />);
  fireEvent.click(screen.getByRole("button", { name: "Keep it open" }));
  expect(await screen.findByText("Someone changed this just before you.")).toBeTruthy();
});
