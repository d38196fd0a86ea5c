import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../testing/line.ts";
import { showLed, WORKSHOP } from "../../testing/workshop.ts";
import { Invitation } from "./invitation.tsx";

test("the invitation holds the participants' link, the code to read aloud and a picture code", () => {
  listen();
  showLed();
  const { container } = render(<Invitation />);
  const url = `https://moot.example/w/${WORKSHOP}`;
  expect(screen.getByLabelText<HTMLInputElement>("Link").value).toBe(url);
  expect(screen.getByText("ABCD-EFGH")).toBeTruthy();
  expect(screen.getByRole("img").getAttribute("src")).toBe(`/api/workshops/${WORKSHOP}/qr.svg`);
  expect(container.innerHTML).not.toContain("/f/");
});

test("the text to send says the question, the link, and where to type the code", () => {
  listen();
  showLed();
  render(<Invitation />);
  const text = screen.getByLabelText<HTMLTextAreaElement>("Text to send").value;
  expect(text).toContain("Loneliness by the sea");
  expect(text).toContain(`https://moot.example/w/${WORKSHOP}`);
  expect(text).toContain("moot.example/join and type ABCD-EFGH");
});

test("a co-facilitator is not offered a new code for the one who opened the workshop", () => {
  listen();
  showLed({ entered: { cofacilitator: true } });
  render(<Invitation />);
  expect(screen.queryByRole("button", { name: "Make a new code" })).toBeNull();
  expect(screen.getByText("ABCD-EFGH")).toBeTruthy();
});
