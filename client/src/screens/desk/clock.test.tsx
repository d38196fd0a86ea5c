import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { listen } from "../../../testing/line.ts";
import { id, showLed } from "../../../testing/workshop.ts";
import { serverNow } from "../../clock.ts";
import { ClockControls, Lateness } from "./clock.tsx";

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const at = { run: id("1"), version: 7 };

test("minutes are added and taken away for everybody", async () => {
  const asked = listen();
  showLed({ clock: { ends_at: 1 } });
  render(<ClockControls />);
  for (const name of ["−1 minute", "+1 minute", "+2 minutes", "+5 minutes"]) press(name);
  await vi.waitFor(() => expect(asked).toHaveLength(4));
  expect(asked.map(([, fields]) => (fields as { seconds: number }).seconds)).toEqual([-60, 60, 120, 300]);
});

test("a second quick press counts on from the first one, so that no minute is lost", async () => {
  const asked = listen();
  showLed({ clock: { ends_at: 1 } });
  render(<ClockControls />);
  press("+1 minute");
  press("+1 minute");
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked).toEqual([7, 8].map((version) => ["ExtendPhase", { run: id("1"), version, seconds: 60 }]));
});

test("E06: the clock is stopped, and let run again", () => {
  const asked = listen();
  showLed({ clock: { ends_at: 1 } });
  const { unmount } = render(<ClockControls />);
  press("Stop the clock");
  unmount();
  showLed({ clock: { paused: true, left: 1000 } });
  render(<ClockControls />);
  press("Let it run");
  expect(asked).toEqual([
    ["PausePhase", at],
    ["ResumePhase", at],
  ]);
});

test("E04: those who lead see how many minutes late we are, and when it would end", () => {
  const started_at = serverNow() - 9 * 60_000;
  showLed({ clock: { ends_at: serverNow() + 61_000 }, more: { timing: { started_at } } });
  render(<Lateness />);
  expect(screen.getByText(/Running 5 minutes late/)).toBeTruthy();
  expect(screen.getByText(/would end about/)).toBeTruthy();
});

test("before the start nothing is said about time", () => {
  showLed({ head: { state: "waiting" }, run: null });
  const { container } = render(<Lateness />);
  expect(container.textContent).toBe("");
});
