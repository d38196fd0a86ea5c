import { render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { choose } from "../own/settings.ts";
import type { ItemEntry } from "../protocol.gen.ts";
import { entries } from "../workshop.ts";
import { drawPictures, Picture, ShowPictures } from "./picture.tsx";
import type { World } from "./world.ts";

const item = { id: "1", kind: "picture", file: "f".repeat(32), text: "A bench by the sea" } as ItemEntry;
const fetched = vi.fn(async () => new Response(new Blob(["x"])));

beforeEach(() => {
  entries.value = new Map([
    ["workshop", { id: "w" } as never],
    ["item:1", item],
  ]) as never;
  fetched.mockClear();
  vi.stubGlobal("fetch", fetched);
  URL.createObjectURL = () => "blob:1";
  URL.revokeObjectURL = () => {};
});

afterEach(() => {
  entries.value = new Map();
  choose("saver", "");
  vi.unstubAllGlobals();
});

test("a picture says what it shows to those who do not see it", async () => {
  render(<Picture item={item} />);
  expect((await screen.findByRole<HTMLImageElement>("img", { name: "A bench by the sea" })).src).toBe("blob:1");
});

test("where data is saved nothing is fetched until somebody asks", async () => {
  choose("saver", "on");
  render(<Picture item={item} />);
  expect(fetched).not.toHaveBeenCalled();
  screen.getByRole("button", { name: "Show picture" }).click();
  expect(await screen.findByRole("img")).toBeTruthy();
});

test("the menu of a thing shows a picture that waits, and has nothing to say of others", () => {
  choose("saver", "on");
  const { container } = render(<ShowPictures items={[{ ...item, file: "" }]} />);
  expect(container.textContent).toBe("");
  render(<ShowPictures items={[item]} />);
  expect(screen.getByRole("button", { name: "Show picture" })).toBeTruthy();
});

test("a picture that cannot be had is a sentence, and no broken image", async () => {
  fetched.mockResolvedValueOnce(new Response("{}", { status: 404 }));
  render(<Picture item={item} />);
  expect(await screen.findByText("This picture cannot be shown.")).toBeTruthy();
});

test("a piece on the board is filled once, and again where it comes back into sight", async () => {
  const box = document.createElement("div");
  document.body.append(box);
  const piece = () => Object.assign(document.createElement("div"), { className: "piece-item" });
  const frames: (() => void)[] = [];
  const on = { box, onFrame: (hear: () => void) => [frames.push(hear), () => frames.pop()][1] } as unknown as World;
  const stop = drawPictures(on);
  for (let times = 0; times < 2; times += 1) {
    const made = piece();
    [made.dataset.kind, made.dataset.key] = ["picture", "item:1"];
    box.replaceChildren(made);
    for (const hear of frames) hear();
    await vi.waitFor(() => expect(made.querySelector("img")?.getAttribute("alt")).toBe(""));
  }
  expect(fetched).toHaveBeenCalledTimes(1);
  stop();
  expect(box.querySelector("img")).toBeNull();
});
