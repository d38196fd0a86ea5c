import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { clockText, Timer } from "./timer.tsx";

test("time is shown in minutes and seconds, in hours when there are any, and never below zero", () => {
  expect([245, 59.2, 3725, 0, -30].map(clockText)).toEqual(["4:05", "1:00", "1:02:05", "0:00", "0:00"]);
});

test("the clock is a timer with a sentence for a name, and never speaks by itself", () => {
  render(<Timer seconds={61} say="1 minute 1 second left" />);
  const timer = screen.getByRole("timer", { name: "1 minute 1 second left" });
  expect(timer.getAttribute("aria-live")).toBe("off");
});

test("a stopped clock says so in a word, not only by its looks", () => {
  render(<Timer seconds={61} say="stopped at 1:01" mark="stopped" />);
  expect(screen.getByText("stopped")).toBeTruthy();
});

test("the ring shows the share that is left, and never more than the whole", () => {
  const ring = (seconds: number) => {
    const { container, unmount } = render(<Timer seconds={seconds} of={60} say="" />);
    const drawn =
      container.querySelectorAll("circle")[1]?.getAttribute("stroke-dasharray")?.split(" ").map(Number) ?? [];
    unmount();
    return (drawn[0] ?? -1) / (drawn[1] ?? 1);
  };
  expect([30, 90, -5].map(ring)).toEqual([0.5, 1, 0]);
});
