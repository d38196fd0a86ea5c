import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { HatBadge } from "./hat.tsx";
import { HAT_DRAWINGS, type HatName } from "./icons.tsx";

test("a hat says its word, and its drawing is left out of what is read aloud", () => {
  const { container } = render(<HatBadge hat="green" label="Ideas" />);
  expect(screen.getByText("Ideas")).toBeTruthy();
  expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
});

test("every hat has a drawing of its own", () => {
  const drawn = (Object.keys(HAT_DRAWINGS) as HatName[]).map((hat) => {
    const { container, unmount } = render(<HatBadge hat={hat} label="" />);
    const drawing = container.querySelector("svg")?.innerHTML;
    unmount();
    return drawing;
  });
  expect(drawn).toHaveLength(7);
  expect(new Set(drawn).size).toBe(drawn.length);
});
