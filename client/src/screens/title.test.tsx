import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { useTitle } from "./title.ts";

function Titled({ title }: { title: string }) {
  useTitle(title);
  return null;
}

test("the page's title says what it shows, then the product", () => {
  const { rerender } = render(<Titled title="Sea" />);
  expect(document.title).toBe("Sea – Folkmoot");
  rerender(<Titled title="" />);
  expect(document.title).toBe("Folkmoot");
});
