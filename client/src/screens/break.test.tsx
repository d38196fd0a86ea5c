import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { aPhase, aRun } from "../../testing/workshop.ts";
import { Break } from "./break.tsx";

test("a break asks nothing", () => {
  const { container } = render(<Break run={aRun()} phase={aPhase({ kind: "break" })} />);
  expect(container.textContent).toContain("Nothing is asked of you.");
  expect(container.querySelector("button, input, textarea")).toBeNull();
});
