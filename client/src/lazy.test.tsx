import { render } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { drawn, page } from "../testing/page.ts";
import { Later, Lazy } from "./lazy.tsx";

test("a screen is shown when it has come", async () => {
  const load = async () => ({ default: () => <p>The desk</p> });
  render(<Lazy load={load} />);
  expect(page()).toBe("Opening…");
  await drawn();
  expect(page()).toBe("The desk");
});

test("a screen that does not come can be asked for again", async () => {
  const load = () => Promise.reject(new Error("gone"));
  render(<Lazy load={load} />);
  await drawn();
  expect(page()).toContain("A part of this page did not load.");
  expect(page()).toContain("Try again");
});

test("a piece of a screen is there once it has come, with what it is given", async () => {
  const load = async () => ({ default: ({ name }: { name: string }) => <p>Hello {name}</p> });
  render(<Later load={load} name="Ana" />);
  expect(page()).toBe("");
  await drawn();
  expect(page()).toBe("Hello Ana");
});

test("without a piece that does not come the screen is as it was, and the piece is asked for again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let asked = 0;
  const load = async () => {
    asked += 1;
    if (asked === 1) throw new TypeError("no line");
    return { default: () => <p>Here</p> };
  };
  const { unmount } = render(<Later load={load} />);
  await vi.advanceTimersByTimeAsync(10);
  expect(page()).toBe("");
  await vi.advanceTimersByTimeAsync(4000);
  expect(page()).toBe("Here");
  unmount();
  vi.useRealTimers();
});
