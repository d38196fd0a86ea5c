import { fireEvent, render, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { FillScreen } from "./full.tsx";

function browser(enabled: boolean, full: Element | null) {
  Object.defineProperty(document, "fullscreenEnabled", { value: enabled, configurable: true });
  Object.defineProperty(document, "fullscreenElement", { value: full, configurable: true });
}

afterEach(() => {
  Reflect.deleteProperty(document, "fullscreenEnabled");
  Reflect.deleteProperty(document, "fullscreenElement");
});

test("one press fills the screen, and then the button is gone", () => {
  browser(true, null);
  const fill = vi.fn(async () => {});
  document.documentElement.requestFullscreen = fill;
  render(<FillScreen />);
  fireEvent.click(screen.getByRole("button", { name: "Fill the screen" }));
  expect(fill).toHaveBeenCalledOnce();
  act(() => {
    browser(true, document.documentElement);
    document.dispatchEvent(new Event("fullscreenchange"));
  });
  expect(screen.queryByRole("button")).toBeNull();
});

test("where the browser does not allow it there is no button", () => {
  browser(false, null);
  render(<FillScreen />);
  expect(screen.queryByRole("button")).toBeNull();
});
