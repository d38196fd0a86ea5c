import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { showLed, WORKSHOP } from "../../../testing/workshop.ts";
import { Guests } from "./guests.tsx";

test("the screen's link is made when it is asked for, and opens in a tab of its own", async () => {
  const asked = listen(() => ({ status: "ok", data: { link: `/screen/${WORKSHOP}#key` } }));
  showLed();
  render(<Guests />);
  expect(screen.queryByRole("link")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Get the screen ready" }));
  const link = await screen.findByRole<HTMLAnchorElement>("link", { name: "Open the screen in a new tab" });
  expect(link.href).toBe(`https://moot.example/screen/${WORKSHOP}#key`);
  expect(link.target).toBe("_blank");
  expect(asked).toEqual([["Invite", { guest: "screen" }]]);
});

test("once the screen was opened its link is gone, because it works once", async () => {
  listen(() => ({ status: "ok", data: { link: `/screen/${WORKSHOP}#key` } }));
  showLed();
  render(<Guests />);
  fireEvent.click(screen.getByRole("button", { name: "Get the screen ready" }));
  const link = await screen.findByRole("link");
  link.addEventListener("click", (event) => event.preventDefault());
  fireEvent.click(link);
  expect(screen.getByRole("button", { name: "Get the screen ready" })).toBeTruthy();
});

test("a co-facilitator gets a link of their own, and its limits are said", async () => {
  const asked = listen(() => ({ status: "ok", data: { link: `/f/${WORKSHOP}#key` } }));
  showLed();
  render(<Guests />);
  fireEvent.click(screen.getByRole("button", { name: "Make a link for one person" }));
  const box = await screen.findByLabelText<HTMLInputElement>("Link for your co-facilitator");
  expect(box.value).toBe(`https://moot.example/f/${WORKSHOP}#key`);
  expect(screen.getByText("It works once, in the next ten minutes.")).toBeTruthy();
  expect(asked).toEqual([["Invite", { guest: "cofacilitator" }]]);
});
