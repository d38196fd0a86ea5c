import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Front } from "./front.tsx";

test("a page in front of a workshop says whose it is, and what it is for", () => {
  render(
    <Front>
      <h1>Join a workshop</h1>
    </Front>,
  );
  expect(screen.getByRole("link", { name: "Folkmoot" })).toBeTruthy();
  expect(screen.getByRole("main").textContent).toBe("Join a workshop");
});
