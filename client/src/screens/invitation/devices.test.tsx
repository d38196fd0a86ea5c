import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { id, showLed } from "../../../testing/workshop.ts";
import { Devices } from "./devices.tsx";

const devices = [
  { id: id("d1"), label: "Firefox, Linux", this: true, here: true, cofacilitator: false },
  { id: id("d2"), label: "", this: false, here: true, cofacilitator: false },
];

test("the devices that can lead are listed, and any but this one can be signed out in two presses", async () => {
  const asked = listen((command) =>
    command === "ListDevices" ? { status: "ok", data: { devices } } : { status: "ok" },
  );
  showLed();
  render(<Devices />);
  fireEvent.click(screen.getByRole("button", { name: "Look which devices can lead" }));
  const lines = (await screen.findAllByRole("listitem")).map((one) => one.textContent);
  expect(lines).toEqual(["Firefox, Linuxthis one", "A deviceopen nowSign out"]);
  fireEvent.click(screen.getByRole("button", { name: "Sign out" }));
  fireEvent.click(screen.getByRole("button", { name: "Yes, sign it out" }));
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toEqual([
    ["ListDevices", {}],
    ["SignOut", { device: id("d2") }],
    ["ListDevices", {}],
  ]);
});

test("a co-facilitator may sign out other co-facilitators, and not the person who opened the workshop", async () => {
  const other = { id: id("d3"), label: "Phone", this: false, here: false, cofacilitator: true };
  listen(() => ({ status: "ok", data: { devices: [devices[1], other] } }));
  showLed({ entered: { cofacilitator: true } });
  render(<Devices />);
  fireEvent.click(screen.getByRole("button", { name: "Look which devices can lead" }));
  const lines = (await screen.findAllByRole("listitem")).map((one) => one.textContent);
  expect(lines).toEqual(["A deviceopen now", "PhoneSign out"]);
});
