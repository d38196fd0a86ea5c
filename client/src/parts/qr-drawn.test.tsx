import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { QrDrawn, squares } from "./qr-drawn.tsx";

test("a code is drawn with a quiet edge, and is another one for other words", () => {
  const one = squares("https://board.example.org/w/1#move-A");
  expect(one.size).toBeGreaterThan(21 + 8);
  expect(one.path.startsWith("M4 4h1v1h-1z")).toBe(true);
  expect(squares("https://board.example.org/w/1#move-B").path).not.toBe(one.path);
});

test("who cannot see it hears what it is for", () => {
  render(<QrDrawn text="x" label="A code for your other device" />);
  expect(screen.getByRole("img", { name: "A code for your other device" })).toBeTruthy();
});
