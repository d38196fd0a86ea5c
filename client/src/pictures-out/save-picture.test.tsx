import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { entries } from "../workshop.ts";
import { SavePicture } from "./save-picture.tsx";

const saved = vi.hoisted(() => ({ save: vi.fn() }));
vi.mock("../http.ts", async (real) => ({ ...(await real<object>()), save: saved.save }));

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};

afterEach(() => {
  entries.value = new Map();
  saved.save.mockClear();
});

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name, hidden: true }));

test("the board is saved as a picture under the workshop's title", async () => {
  const card = {
    id: "a",
    kind: "idea",
    text: "Benches",
    group: "",
    target: "",
    signed: "",
    late: false,
    place: 0,
    run: "r",
  };
  const head = { id: "w", title: 'Sea / "sand"', phases: [{ cards: ["idea"] }], language: "en" };
  entries.value = new Map([
    ["workshop", head as never],
    ["card:a", card as never],
  ]);
  render(<SavePicture />);
  press("Save as picture");
  press("As SVG");
  await vi.waitFor(() => expect(saved.save).toHaveBeenCalled());
  const [file, name] = saved.save.mock.calls[0] as [Blob, string];
  expect(name).toBe("Sea sand.svg");
  expect(file.type).toBe("image/svg+xml");
  expect(await screen.findByText(/Saved as/)).toBeTruthy();
});

test("an empty board says so", async () => {
  entries.value = new Map([["workshop", { id: "w", title: "Sea", phases: [], language: "en" } as never]]);
  render(<SavePicture />);
  press("Save as picture");
  press("As SVG");
  expect(await screen.findByText("Nothing lies on the board yet.")).toBeTruthy();
});
