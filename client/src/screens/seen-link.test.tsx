import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { SeenLink } from "./seen-link.tsx";

test("it leads to the page beside this one, so that nothing that is being written is left", () => {
  render(<SeenLink />);
  const link = screen.getByRole("link", { name: "Who can see what" });
  expect([link.getAttribute("href"), link.getAttribute("target")]).toEqual(["/who-can-see", "_blank"]);
});
