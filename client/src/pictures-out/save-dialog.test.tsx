import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { SaveDialog } from "./save-dialog.tsx";

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name, hidden: true }));

test("what cannot be drawn is said, and the dialog stays", async () => {
  const draw = () => Promise.reject(new Error("broken"));
  render(<SaveDialog title="Save" name="x" draw={draw} onClose={() => {}} />);
  press("As SVG");
  expect(await screen.findByText("This picture could not be made here. Please try SVG.")).toBeTruthy();
});

test("of nothing there is no file", async () => {
  render(<SaveDialog title="Save" name="x" draw={async () => null} onClose={() => {}} />);
  press("As SVG");
  expect(await screen.findByText("Nothing lies on the board yet.")).toBeTruthy();
});
