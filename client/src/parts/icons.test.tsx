import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import * as icons from "./icons.tsx";

test("no drawing is read aloud or reached by the keys", () => {
  const { HAT_DRAWINGS, ...drawings } = icons;
  const { container } = render(
    <>
      {Object.values(drawings).map((Drawing) => (
        <Drawing key={Drawing.name} />
      ))}
      {Object.values(HAT_DRAWINGS)}
    </>,
  );
  const all = [...container.querySelectorAll("svg")];
  expect(all.length).toBeGreaterThan(14);
  expect(all.every((one) => one.getAttribute("aria-hidden") === "true")).toBe(true);
  expect(all.every((one) => one.getAttribute("focusable") === "false")).toBe(true);
});
