import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { listen } from "../../../testing/line.ts";
import { id, showLed, WORKSHOP } from "../../../testing/workshop.ts";
import { made } from "../made.ts";
import { Recovery } from "./recovery.tsx";

afterEach(() => {
  made.value = null;
  vi.unstubAllGlobals();
});

test("just after making the workshop its code and its own link are there to be kept, and printed", () => {
  listen();
  const print = vi.fn();
  vi.stubGlobal("print", print);
  made.value = {
    workshop: WORKSHOP,
    facilitator_link: `/f/${WORKSHOP}#key`,
    link: "",
    join_code: "",
    recovery_code: "7QX2-MK4D-0RTA-93PE",
  };
  showLed();
  render(<Recovery />);
  expect(screen.getByText("7QX2-MK4D-0RTA-93PE")).toBeTruthy();
  const own = screen.getByLabelText<HTMLInputElement>("Or keep this link for yourself");
  expect(own.value).toBe(`https://moot.example/f/${WORKSHOP}#key`);
  fireEvent.click(screen.getByRole("button", { name: "Print it" }));
  expect(print).toHaveBeenCalledOnce();
});

test("later only a new code can be made, and it says that the old one stops working", async () => {
  const asked = listen(() => ({ status: "ok", data: { recovery_code: "AAAA-BBBB-CCCC-DDDD" } }));
  showLed();
  render(<Recovery />);
  expect(screen.getByText(/the old one then stops working/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Make a new code" }));
  expect(await screen.findByText("AAAA-BBBB-CCCC-DDDD")).toBeTruthy();
  expect(asked).toEqual([["ShowRecovery", {}]]);
});

test("the code of another workshop is never shown here", () => {
  listen();
  made.value = { workshop: id("2"), facilitator_link: "", link: "", join_code: "", recovery_code: "7QX2" };
  showLed();
  render(<Recovery />);
  expect(screen.queryByText("7QX2")).toBeNull();
});
