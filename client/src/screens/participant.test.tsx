import { fireEvent, render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { button, drawn, freshDevice, page } from "../../testing/page.ts";
import { aRun, id, show } from "../../testing/workshop.ts";
import { caughtUp } from "../own/seat.ts";
import { Participant } from "./participant.tsx";

beforeEach(() => {
  freshDevice();
});

test("the page has a bar, one main part, and a way to skip to it", () => {
  show();
  render(<Participant />);
  expect(document.querySelectorAll("main")).toHaveLength(1);
  expect(document.title).toContain("Loneliness by the sea");
  fireEvent.click(button("Skip to what we do now"));
  expect(document.activeElement?.id).toBe("main");
  expect(location.hash).toBe("");
});

test("who waited for the start is never asked to catch up", async () => {
  show({ head: { state: "waiting", run: "" } });
  render(<Participant />);
  await drawn();
  expect(caughtUp.value).toBe(true);
});

test("E10: who comes late sees the catch-up page first", () => {
  show({ run: { phase: 0, id: id("3") }, runs: [aRun({ id: id("7") })] });
  render(<Participant />);
  expect(page()).toContain("Good that you are here. We have started.");
});
