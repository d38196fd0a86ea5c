import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { Choice, Choices } from "./choice.tsx";

test("choices stand under their question, each with its name", () => {
  render(
    <Choices legend="Who is here?">
      <Choice type="checkbox" name="who" label="Ana" checked onChange={() => {}} />
      <Choice type="checkbox" name="who" label="Ben" checked={false} onChange={() => {}} />
    </Choices>,
  );
  expect(screen.getByRole("group", { name: "Who is here?" })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Ana" }).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Ben" }).checked).toBe(false);
});

test("picking one hands on whether it is picked now", () => {
  const changed = vi.fn();
  render(<Choice type="checkbox" name="who" label="Ana" checked={false} onChange={changed} />);
  fireEvent.click(screen.getByRole("checkbox", { name: "Ana" }));
  expect(changed).toHaveBeenCalledWith(true);
});
