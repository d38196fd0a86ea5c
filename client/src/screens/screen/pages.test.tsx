import { fireEvent, render, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pages, pagesFor } from "./pages.tsx";

function boxes(whole: number, shown: number) {
  vi.spyOn(HTMLElement.prototype, "scrollWidth", "get").mockReturnValue(whole);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(shown);
}

const label = () => screen.getByRole("button").textContent;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a page holds whole columns, and the gap between pages is counted", () => {
  expect(pagesFor(1000, 1000, 20)).toBe(1);
  expect(pagesFor(2020, 1000, 20)).toBe(2);
  expect(pagesFor(1510, 1000, 20)).toBe(2);
  expect(pagesFor(0, 0, 0)).toBe(1);
});

test("what fits stands still, and there is nothing to press", () => {
  boxes(1000, 1000);
  render(<Pages many="few">Tea</Pages>);
  expect(screen.queryByRole("button")).toBeNull();
});

test("what does not fit comes page by page, every twelve seconds, and begins again", () => {
  boxes(3000, 1000);
  const { container } = render(<Pages many="many">Tea</Pages>);
  expect(label()).toContain("Page 1 of 3");
  act(() => void vi.advanceTimersByTime(12_000));
  expect(label()).toContain("Page 2 of 3");
  expect(container.querySelector(".pages-box")?.scrollLeft).toBe(1000);
  act(() => void vi.advanceTimersByTime(24_000));
  expect(label()).toContain("Page 1 of 3");
});

test("the pages can be held, so that everybody has time to read", () => {
  boxes(3000, 1000);
  render(<Pages many="many">Tea</Pages>);
  fireEvent.click(screen.getByRole("button"));
  expect(screen.getByRole("button").getAttribute("aria-pressed")).toBe("true");
  act(() => void vi.advanceTimersByTime(60_000));
  expect(label()).toContain("Page 1 of 3");
});
