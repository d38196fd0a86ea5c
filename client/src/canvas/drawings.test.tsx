import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Find, Fit, Minus, Plus } from "./drawings.tsx";

test("drawings are for eyes only: the buttons have words", () => {
  for (const Drawing of [Find, Fit, Minus, Plus]) {
    const { container } = render(<Drawing />);
    expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
  }
});
