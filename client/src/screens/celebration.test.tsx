import { render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { justEnded } from "../news.ts";
import { choose, settings, settingsOf } from "../own/settings.ts";
import { Celebration } from "./celebration.tsx";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  settings.value = settingsOf(null);
});

const paper = (page: Element) => page.querySelectorAll(".celebration i").length;
const turn = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
};

test("paper falls once when the workshop ends, says nothing, and is gone after some seconds", async () => {
  justEnded.value = true;
  const { container, unmount } = render(<Celebration />);
  await turn(50);
  expect(paper(container)).toBeGreaterThan(10);
  expect(container.querySelector(".celebration")?.getAttribute("aria-hidden")).toBe("true");
  await turn(5_000);
  expect(paper(container)).toBe(0);
  unmount();
  const again = render(<Celebration />);
  await turn(50);
  expect(paper(again.container)).toBe(0);
});

test("where things are to stand still nothing falls, also not later", async () => {
  choose("motion", "less");
  justEnded.value = true;
  const { container } = render(<Celebration />);
  await turn(50);
  expect(paper(container)).toBe(0);
  expect(justEnded.value).toBe(false);
});
