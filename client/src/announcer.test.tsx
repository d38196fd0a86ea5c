import { render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Announcer, announce } from "./announcer.tsx";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

async function spoken(box: Element): Promise<string[]> {
  const said: string[] = [];
  for (let tick = 0; tick < 50; tick += 1) {
    vi.advanceTimersByTime(100);
    await Promise.resolve();
    const now = box.querySelector("[data-announcer]")?.textContent ?? "";
    if (now !== said.at(-1)) said.push(now);
  }
  return said;
}

test("there is one polite region, and it takes no focus", () => {
  const { container } = render(<Announcer />);
  const regions = container.querySelectorAll("[aria-live]");
  expect(regions).toHaveLength(1);
  expect(regions[0]?.getAttribute("aria-live")).toBe("polite");
});

test("a burst of thirty sentences is spoken in at most two goes in five seconds", async () => {
  const { container } = render(<Announcer />);
  const before = container.textContent;
  for (let one = 0; one < 30; one += 1) announce(one < 15 ? "12 ideas are shown now." : `Card ${one}.`);
  const said = (await spoken(container)).filter((text) => text !== before && text !== "");
  expect(said.length).toBeLessThanOrEqual(2);
  expect(said[0]?.match(/12 ideas/g)).toHaveLength(1);
});

test("the same sentence is spoken again when it happens again", async () => {
  const { container } = render(<Announcer />);
  announce("Added.");
  const first = (await spoken(container)).at(-1);
  announce("Added.");
  const second = (await spoken(container)).at(-1);
  expect(second?.trim()).toBe(first?.trim());
  expect(second).not.toBe(first);
});
