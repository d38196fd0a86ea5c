import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { showLed } from "../../../testing/workshop.ts";
import { Rename } from "./rename.tsx";

test("the question is put better over the version that was seen", () => {
  const asked = listen();
  showLed({ head: { title_version: 2 } });
  render(<Rename />);
  const box = screen.getByLabelText<HTMLTextAreaElement>("The question");
  expect(box.value).toBe("Loneliness by the sea");
  expect(screen.queryByRole("button")).toBeNull();
  fireEvent.input(box, { target: { value: "How might we meet every week?" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(asked).toEqual([["RenameWorkshop", { title: "How might we meet every week?", version: 2 }]]);
});

test("an empty question cannot be saved", () => {
  listen();
  showLed();
  render(<Rename />);
  fireEvent.input(screen.getByLabelText("The question"), { target: { value: "  " } });
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save" }).disabled).toBe(true);
});
