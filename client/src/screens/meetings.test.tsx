import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { HOST_NAMES } from "../hosts/adapter.ts";
import Meetings, { PROGRAMS } from "./meetings.tsx";

test("the plain link comes first, then every meeting program, with what it proves and what nobody has tried", () => {
  render(<Meetings />);
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Any meeting");
  expect(screen.getByText("People press it. Their call stays open behind this.")).toBeTruthy();
  for (const name of ["Zoom", "Microsoft Teams", "Google Meet", "Webex", "Matrix and Element", "Jitsi Meet"]) {
    expect(screen.getByText(name)).toBeTruthy();
  }
  expect(screen.getAllByText("What is proved there")).toHaveLength(PROGRAMS.length + 1);
  expect(screen.getAllByText("What nobody has tried yet with a real account")).toHaveLength(PROGRAMS.length + 1);
});

test("only programs that the server knows are spoken of", () => {
  expect(PROGRAMS.filter((name) => !HOST_NAMES.includes(name))).toEqual([]);
});
