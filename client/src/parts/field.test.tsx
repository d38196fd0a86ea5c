import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { Field, TextArea } from "./field.tsx";

function descriptionOf(box: HTMLElement): string {
  const ids = box.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(" ");
}

test("a field is found by its label and is described by its hint", () => {
  render(<Field label="Your question" hint="One sentence" value="" />);
  expect(descriptionOf(screen.getByLabelText("Your question"))).toBe("One sentence");
});

test("a field with an error is marked, and the error is part of its description", () => {
  render(<Field label="Code" hint="Eight letters" error="Please type the code" value="" />);
  const box = screen.getByLabelText("Code");
  expect(box.getAttribute("aria-invalid")).toBe("true");
  expect(descriptionOf(box)).toBe("Eight letters Please type the code");
});

test("typing in a field is handed on", () => {
  const typed = vi.fn();
  render(<Field label="Name" value="" onInput={(event) => typed(event.currentTarget.value)} />);
  fireEvent.input(screen.getByLabelText("Name"), { target: { value: "Ana" } });
  expect(typed).toHaveBeenCalledWith("Ana");
});

test("a field for a day takes a date", () => {
  render(<Field label="By when" type="date" value="2026-11-23" />);
  expect(screen.getByLabelText<HTMLInputElement>("By when").type).toBe("date");
});

test("the room left is said only when the text is getting long", () => {
  const { rerender } = render(<TextArea label="Idea" value={"a".repeat(79)} maxLength={100} />);
  expect(screen.queryByText(/left/)).toBeNull();
  rerender(<TextArea label="Idea" value={"a".repeat(99)} maxLength={100} />);
  expect(screen.getByText("1 character left")).toBeTruthy();
});
