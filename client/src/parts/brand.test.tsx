import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Brand } from "./brand.tsx";

test("it says whose page this is, and leads to the start", () => {
  render(<Brand />);
  expect(screen.getByRole("link", { name: "Folkmoot" }).getAttribute("href")).toBe("/");
});
