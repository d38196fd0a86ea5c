import { render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Announcer, announce, announceLater } from "./announcer.tsx";
import { choose, settings, settingsOf } from "./own/settings.ts";

let begin = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  // It rests between two sentences: each test begins long after the one before.
  begin += 600_000;
  vi.advanceTimersByTime(begin);
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  settings.value = settingsOf(null);
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

test("thirty cards that come one by one in five seconds are counted in at most two sentences", async () => {
  const { container } = render(<Announcer />);
  const said: string[] = [];
  let fresh = 0;
  for (let one = 0; one < 30; one += 1) {
    fresh += 1;
    announceLater("cards", () => `${fresh} new.`, "all");
    vi.advanceTimersByTime(166);
    await Promise.resolve();
    const now = container.textContent ?? "";
    if (now.includes("new.") && now !== said.at(-1)) {
      said.push(now);
      fresh = 0;
    }
  }
  expect(said.length).toBeLessThanOrEqual(2);
  expect((await spoken(container)).length + said.length).toBeLessThanOrEqual(3);
});

test("what one did oneself does not wait behind what others do", async () => {
  const { container } = render(<Announcer />);
  announce("3 ideas are shown now.", "all");
  await spoken(container);
  announce("2 ideas are shown now.", "all");
  announce("Added.");
  vi.advanceTimersByTime(2_000);
  await new Promise((drawn) => setImmediate(drawn));
  expect(container.textContent).toContain("Added.");
});

test.each([
  ["all", "Mine. Step. Theirs."],
  ["phases", "Mine. Step."],
  ["mine", "Mine."],
  ["off", ""],
] as const)("who wants to hear %s hears that and no more", async (level, words) => {
  choose("say", level);
  const { container } = render(<Announcer />);
  const before = container.textContent ?? "";
  announce("Mine.", "mine");
  announce("Step.", "phases");
  expect(announceLater("theirs", () => "Theirs.", "all")).toBe(level === "all");
  vi.advanceTimersByTime(20_000);
  await new Promise((drawn) => setImmediate(drawn));
  expect((container.textContent ?? "").trim()).toBe(words || before.trim());
});
