import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { id, listen, show } from "../../testing/workshop.ts";
import { Invitation } from "./invitation.tsx";

test("the invitation holds the participants' link, the code to read aloud and a picture code", () => {
  listen();
  show();
  const { container } = render(<Invitation />);
  const url = `https://moot.example/w/${id("1")}`;
  expect(screen.getByLabelText<HTMLInputElement>("Link").value).toBe(url);
  expect(screen.getByText("K7QM-3XRD")).toBeTruthy();
  expect(screen.getByRole("img").getAttribute("src")).toBe(`/api/workshops/${id("1")}/qr.svg`);
  expect(container.innerHTML).not.toContain("/f/");
});

test("the text to send says the question, the link, and where to type the code", () => {
  listen();
  show();
  render(<Invitation />);
  const text = screen.getByLabelText<HTMLTextAreaElement>("Text to send").value;
  expect(text).toContain("How might we meet more often?");
  expect(text).toContain(`https://moot.example/w/${id("1")}`);
  expect(text).toContain("moot.example/join and type K7QM-3XRD");
});
