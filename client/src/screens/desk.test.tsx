import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listen } from "../../testing/line.ts";
import { showLed } from "../../testing/workshop.ts";
import { slow } from "../connection.ts";
import Desk from "./desk.tsx";

function windowIs(wide: boolean) {
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: wide }));
}

beforeEach(() => windowIs(true));
afterEach(() => vi.unstubAllGlobals());

test("before the start those who lead see how to bring people in, and the question as the one title", () => {
  listen();
  showLed({ head: { state: "waiting" }, run: null });
  render(<Desk />);
  expect(screen.getAllByRole("heading", { level: 1 }).map((one) => one.textContent)).toEqual(["Loneliness by the sea"]);
  expect(screen.getByRole("heading", { name: "Bring people in" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Start with “Ideas”" })).toBeTruthy();
});

test("while it runs they see the same stage as everybody, with the desk beside it", () => {
  listen();
  showLed();
  render(<Desk />);
  expect(screen.getByRole("main").textContent).toContain("Ideas?");
  const desk = screen.getByRole("complementary", { name: "Your desk" });
  expect(desk.textContent).toContain("Show all ideas and go on to “Reading”");
});

test("the question stands at the top of the desk, too", () => {
  listen();
  showLed();
  render(<Desk />);
  expect(screen.getByRole("main").textContent).toMatch(/^Loneliness by the sea/);
});

test("on a phone the one button is in a bar, and the rest in a sheet", () => {
  windowIs(false);
  listen();
  showLed();
  render(<Desk />);
  const bar = screen.getByRole("region", { name: "Your desk" });
  expect(bar.textContent).toContain("Show all ideas");
  expect(screen.queryByText("All steps")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Desk" }));
  expect(screen.getByRole("dialog", { name: "Your desk" })).toBeTruthy();
  expect(screen.getByText("All steps")).toBeTruthy();
});

test("the keyboard reaches the desk without going through the whole board", () => {
  listen();
  showLed();
  render(<Desk />);
  fireEvent.click(screen.getByRole("button", { name: "Open your desk" }));
  expect(document.activeElement).toBe(screen.getByRole("complementary", { name: "Your desk" }));
});

test("what is said about the line stands in the page's header", () => {
  showLed();
  slow.value = true;
  const { container } = render(<Desk />);
  expect(container.querySelector(".page > header")?.textContent).not.toBe("");
  slow.value = false;
});

test.each(["waiting", "running"] as const)("help and what is about this device are there while it is %s", (state) => {
  listen();
  showLed(state === "waiting" ? { head: { state }, run: null } : {});
  render(<Desk />);
  expect(screen.getByRole("button", { name: "Help" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "You" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Invite" }) === null).toBe(state === "waiting");
});
