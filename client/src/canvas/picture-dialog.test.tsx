import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AddPicture, PictureDialog } from "./picture-dialog.tsx";

const asked = vi.hoisted(() => ({ addItem: vi.fn(async () => "1"), sendPicture: vi.fn() }));
vi.mock("./tools-draw.ts", async (real) => ({ ...(await real<object>()), addItem: asked.addItem }));
vi.mock("../pictures.ts", async (real) => ({ ...(await real<object>()), sendPicture: asked.sendPicture }));

const FILE = new File(["x"], "bench.png", { type: "image/png" });
const place = () => ({ x: 10.4, y: 20 });

beforeEach(() => {
  URL.createObjectURL = () => "blob:1";
  URL.revokeObjectURL = () => {};
  asked.addItem.mockClear();
  asked.sendPicture.mockReset().mockResolvedValue({ file: "f".repeat(32), width: 640, height: 320 });
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});

afterEach(() => vi.unstubAllGlobals());

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name, hidden: true }));

test("what it shows is asked before it is sent", async () => {
  render(<PictureDialog first={FILE} place={place} onClose={() => {}} />);
  press("Add the picture");
  expect(await screen.findByText(/Say in a few words what it shows/)).toBeTruthy();
  expect(asked.sendPicture).not.toHaveBeenCalled();
});

test("a picture goes on the board with what it shows, in whole units", async () => {
  const close = vi.fn();
  render(<PictureDialog first={FILE} place={place} onClose={close} />);
  fireEvent.input(screen.getByRole("textbox", { hidden: true }), { target: { value: " A bench " } });
  press("Add the picture");
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  const item = { kind: "picture", colour: "", x: 10, y: 20, width: 320, height: 160 };
  expect(asked.addItem).toHaveBeenCalledWith({ ...item, text: "A bench", file: "f".repeat(32) });
});

test("one that only decorates needs no words", async () => {
  render(<PictureDialog first={FILE} place={place} onClose={() => {}} />);
  fireEvent.click(screen.getByRole("checkbox", { hidden: true }));
  press("Add the picture");
  await vi.waitFor(() => expect(asked.addItem).toHaveBeenCalledWith(expect.objectContaining({ text: "" })));
});

test("what the server says of a picture is shown, and another one can be chosen", async () => {
  const { Refused } = await import("../http.ts");
  asked.sendPicture.mockRejectedValue(new Refused("bad_field", "This picture is too large. It may have 4 MB."));
  render(<PictureDialog first={FILE} place={place} onClose={() => {}} />);
  fireEvent.click(screen.getByRole("checkbox", { hidden: true }));
  press("Add the picture");
  expect(await screen.findByText(/This picture is too large/)).toBeTruthy();
  press("Choose another one");
  expect(screen.getByLabelText("Choose a picture")).toBeTruthy();
});

test("where nothing may be drawn there is no button", () => {
  const { container } = render(<AddPicture />);
  expect(container.textContent).toBe("");
});
