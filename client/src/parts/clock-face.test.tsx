import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { showLed } from "../../testing/workshop.ts";
import { serverNow } from "../clock.ts";
import { ClockFace } from "./clock-face.tsx";

test("the clock shows the workshop's time, the same on every screen", () => {
  showLed({ clock: { ends_at: serverNow() + 245_000 } });
  render(<ClockFace />);
  expect(screen.getByRole("timer", { name: "4 minutes 5 seconds left" }).textContent).toBe("4:05");
});

test("E01: at zero it says that time is up, and takes nothing away", () => {
  showLed({ clock: { ends_at: serverNow() - 20_000 } });
  render(<ClockFace />);
  expect(screen.getByRole("timer", { name: "time is up" }).textContent).toBe("0:00time is up");
});

test("a clock that was stopped shows what is left and says so", () => {
  showLed({ clock: { paused: true, left: 90_000 } });
  render(<ClockFace />);
  const timer = screen.getByRole("timer", { name: "1 minute 30 seconds left, stopped" });
  expect(timer.textContent).toBe("1:30stopped");
});

test("where no clock runs nothing is shown", () => {
  showLed({ head: { state: "waiting" }, run: null });
  const { container } = render(<ClockFace />);
  expect(container.innerHTML).toBe("");
});
