import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import type { Admitted } from "../../protocol.gen.ts";
import { keyIn, Waiting } from "./waiting.tsx";

const [WORKSHOP, KEY] = ["c".repeat(32), "d".repeat(64)];
const admitted = (leads: boolean): Admitted => ({
  ...{ ticket: "t", name: "", meeting: true, grade: "full", leads, may_start: leads, workshop: "", title: "" },
  ...{ state: "", language: "", seat: "", token: "", role: "participant" },
});

test("the workshop and its key are found in the link of whoever leads, and in no other", () => {
  const found = { workshop: WORKSHOP, key: KEY };
  expect(keyIn(`https://board.example/f/${WORKSHOP}#${KEY} `)).toEqual(found);
  for (const wrong of ["", `https://board.example/w/${WORKSHOP}`, `https://board.example/f/${WORKSHOP}#${KEY}0`]) {
    expect(keyIn(wrong)).toBeNull();
  }
});

test("whoever leads the meeting starts with one press; for the others that is tucked away", () => {
  const { unmount } = render(<Waiting admitted={admitted(true)} />);
  expect(screen.getByRole("button", { name: "Start a workshop here" })).toBeTruthy();
  expect(screen.queryByText("Do you lead this?")).toBeNull();
  unmount();
  render(<Waiting admitted={admitted(false)} />);
  expect(screen.getByText("Do you lead this?")).toBeTruthy();
});
