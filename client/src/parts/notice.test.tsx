import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Notice } from "./notice.tsx";

test("a notice shows its title and what it has to say", () => {
  render(
    <Notice kind="warn" title="Four people or fewer">
      Others may guess who wrote what.
    </Notice>,
  );
  expect(screen.getByText("Four people or fewer")).toBeTruthy();
  expect(screen.getByText("Others may guess who wrote what.")).toBeTruthy();
});

test("a notice does not speak by itself, because the announcer does", () => {
  const { container } = render(<Notice>Saved</Notice>);
  expect(container.querySelector("[aria-live], [role=alert], [role=status]")).toBeNull();
});
