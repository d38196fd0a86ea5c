import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Disclosure } from "./disclosure.tsx";

test("more is one tap away, and closed until then", () => {
  const { container } = render(<Disclosure summary="What is promised">Everything in full.</Disclosure>);
  expect(container.querySelector("details")?.open).toBe(false);
  expect(container.querySelector("summary")?.textContent).toBe("What is promised");
  expect(screen.getByText("Everything in full.")).toBeTruthy();
});

test("it can start open", () => {
  const { container } = render(
    <Disclosure summary="Clock" open>
      4:05
    </Disclosure>,
  );
  expect(container.querySelector("details")?.open).toBe(true);
});
