import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { TwoStep } from "./two-step.tsx";

function show() {
  const done = vi.fn();
  render(
    <TwoStep label="End the workshop" confirm="Yes, end it" cancel="Not yet" onConfirm={done}>
      <p>What was not shown stays with its writers.</p>
    </TwoStep>,
  );
  return done;
}

test("the first press only says what will happen, and puts the focus on the second button", () => {
  const done = show();
  fireEvent.click(screen.getByRole("button", { name: "End the workshop" }));
  expect(screen.getByText("What was not shown stays with its writers.")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Yes, end it" }));
  expect(done).not.toHaveBeenCalled();
});

test("whoever only hears the page hears what will happen together with the second button", () => {
  show();
  fireEvent.click(screen.getByRole("button", { name: "End the workshop" }));
  const words = screen.getByRole("button", { name: "Yes, end it" }).getAttribute("aria-describedby") ?? "";
  expect(document.getElementById(words)?.textContent).toBe("What was not shown stays with its writers.");
});

test("the second press does it, once", () => {
  const done = show();
  fireEvent.click(screen.getByRole("button", { name: "End the workshop" }));
  fireEvent.click(screen.getByRole("button", { name: "Yes, end it" }));
  expect(done).toHaveBeenCalledOnce();
  expect(screen.getByRole("button", { name: "End the workshop" })).toBeTruthy();
});

test("not yet, or Escape, goes back to the first button and does nothing", () => {
  const done = show();
  fireEvent.click(screen.getByRole("button", { name: "End the workshop" }));
  fireEvent.click(screen.getByRole("button", { name: "Not yet" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "End the workshop" }));
  fireEvent.click(screen.getByRole("button", { name: "End the workshop" }));
  fireEvent.keyDown(screen.getByRole("button", { name: "Yes, end it" }), { key: "Escape" });
  expect(screen.getByRole("button", { name: "End the workshop" })).toBeTruthy();
  expect(done).not.toHaveBeenCalled();
});
