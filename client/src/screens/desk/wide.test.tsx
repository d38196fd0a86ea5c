import { render, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { useWide } from "./wide.ts";

afterEach(() => vi.unstubAllGlobals());

function Says() {
  return <p>{useWide() ? "beside" : "beneath"}</p>;
}

test("the desk stands beside the stage where there is room, and follows when the window changes", () => {
  const query = Object.assign(new EventTarget(), { matches: true });
  vi.stubGlobal("matchMedia", () => query);
  render(<Says />);
  expect(screen.getByText("beside")).toBeTruthy();
  act(() => {
    query.matches = false;
    query.dispatchEvent(new Event("change"));
  });
  expect(screen.getByText("beneath")).toBeTruthy();
});
