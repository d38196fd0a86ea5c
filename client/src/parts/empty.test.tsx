import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { EmptyState } from "./empty.tsx";

test("where nothing is yet there is a sentence, an example and one thing to do", () => {
  render(
    <EmptyState say="No actions yet." example="Ask the café, Ana, by Friday">
      <button type="button">Add an action</button>
    </EmptyState>,
  );
  expect(screen.getByText("No actions yet.")).toBeTruthy();
  expect(screen.getByText("Ask the café, Ana, by Friday")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Add an action" })).toBeTruthy();
});
