import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Qr } from "./qr.tsx";

test("the code is a picture from our own server, and says what it leads to", () => {
  render(<Qr src="/api/workshops/1/qr.svg" label="Code for joining the workshop" />);
  const picture = screen.getByRole<HTMLImageElement>("img", { name: "Code for joining the workshop" });
  expect(picture.getAttribute("src")).toBe("/api/workshops/1/qr.svg");
});
