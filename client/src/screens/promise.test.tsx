import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { PromiseText } from "./promise.tsx";

test("the short promise stands there, the full text is one tap away", () => {
  const { container } = render(<PromiseText short="Short." />);
  expect(container.textContent).toContain("Short.");
  const more = container.querySelector("details");
  expect(more?.open).toBe(false);
  expect(more?.textContent).toContain("People who run this server could change the software");
});
