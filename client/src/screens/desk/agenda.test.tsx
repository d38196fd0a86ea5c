import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aRun, id, showLed } from "../../../testing/workshop.ts";
import { Agenda } from "./agenda.tsx";

test("the run sheet says what is done, where we are and what comes, with its minutes", () => {
  listen();
  showLed({ run: { phase: 1, stage: "read" } });
  render(<Agenda />);
  const lines = [...screen.getByRole("list", { name: "All steps" }).children].map((one) => one.textContent);
  expect(lines).toEqual([
    "Ideas done5 min",
    "Reading now · Process5 min",
    "Cautions still to come5 min",
    "Dots still to come · Process5 min",
  ]);
});

test("E22: going back names the step, says what it does, and names the run that it leaves", () => {
  const asked = listen();
  showLed({ run: { phase: 3, stage: "vote" }, ballot: { state: "open" } });
  render(<Agenda />);
  fireEvent.click(screen.getByText("Go back to an earlier step", { selector: "summary" }));
  expect(screen.getByText(/nothing that was shown goes away/)).toBeTruthy();
  expect(screen.getByText(/The vote in this step is called off/)).toBeTruthy();
  const go = screen.getByRole<HTMLButtonElement>("button", { name: "Yes, go back" });
  expect(go.disabled).toBe(true);
  fireEvent.click(screen.getByRole("radio", { name: "Reading" }));
  fireEvent.click(go);
  expect(asked).toEqual([["BackPhase", { run: id("1"), phase: 1, version: 7 }]]);
});

test("E21: going back to ideas after cautions were shown says that they are folded away", () => {
  listen();
  const caution = aRun({ id: id("a2"), phase: 2, stage: "live", open: false, revealed: true });
  showLed({ run: { phase: 3, stage: "result" }, more: { [`run:${caution.id}`]: caution } });
  render(<Agenda />);
  fireEvent.click(screen.getByText("Go back to an earlier step", { selector: "summary" }));
  fireEvent.click(screen.getByRole("radio", { name: "Reading" }));
  expect(screen.queryByText(/folded away/)).toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: "Ideas" }));
  expect(screen.getByText(/folded away/)).toBeTruthy();
});

test("in the first step, and after the end, there is no way back", () => {
  listen();
  showLed();
  const { unmount } = render(<Agenda />);
  expect(screen.queryByText("Go back to an earlier step")).toBeNull();
  unmount();
  showLed({ head: { state: "ended" }, run: null });
  render(<Agenda />);
  expect(screen.queryByText("Go back to an earlier step")).toBeNull();
});
