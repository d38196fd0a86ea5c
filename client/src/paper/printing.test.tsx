import { render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshDevice } from "../../testing/page.ts";
import { aCard, show } from "../../testing/workshop.ts";
import Printing, { printWorkshop } from "./printing.tsx";

const paper = () => document.querySelector(".paper")?.textContent ?? "";

beforeEach(() => {
  freshDevice();
  show({ cards: [aCard("a", { text: "A choir" })] });
});
afterEach(() => vi.unstubAllGlobals());

test("the workshop lies on paper while the browser prints, and is gone after that", () => {
  render(<Printing />);
  dispatchEvent(new Event("beforeprint"));
  expect(paper()).toContain("A choir");
  dispatchEvent(new Event("afterprint"));
  expect(paper()).toBe("");
  expect(document.documentElement.dataset.paper).toBeUndefined();
});

test("before the start, and where a dialog is open, the page itself is printed", () => {
  show({ head: { state: "waiting", run: "" } });
  render(<Printing />);
  dispatchEvent(new Event("beforeprint"));
  expect(paper()).toBe("");
  show();
  const dialog = document.createElement("dialog");
  dialog.setAttribute("open", "");
  document.body.append(dialog);
  dispatchEvent(new Event("beforeprint"));
  expect(paper()).toBe("");
  dialog.remove();
});

test("whoever presses Print gets the workshop, also out of a dialog and with nothing else loaded", () => {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("open", "");
  document.body.append(dialog);
  let seen = "";
  vi.stubGlobal("print", () => {
    seen = paper();
  });
  printWorkshop();
  expect(seen).toContain("A choir");
  dispatchEvent(new Event("afterprint"));
  expect(paper()).toBe("");
  dialog.remove();
});
