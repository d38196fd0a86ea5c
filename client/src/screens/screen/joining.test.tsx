import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { showLed } from "../../../testing/workshop.ts";
import { Joining } from "./joining.tsx";

test("it says an address that can be read aloud, the code, and shows the picture code", () => {
  showLed();
  const { container } = render(<Joining />);
  expect(container.textContent).toBe("Join at moot.example/joinABCD-EFGH");
  expect(screen.getByRole("img")).toBeTruthy();
});

test("behind a closed door it says that nobody new can join", () => {
  showLed({ head: { door_closed: true } });
  const { container } = render(<Joining />);
  expect(container.textContent).toBe("The door is closed: nobody new can join.");
});
