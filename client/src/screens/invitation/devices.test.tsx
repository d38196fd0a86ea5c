import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { id, showLed } from "../../../testing/workshop.ts";
import { Devices } from "./devices.tsx";

const devices = [
  { id: id("d1"), label: "Firefox, Linux", this: true, here: true },
  { id: id("d2"), label: "", this: false, here: true },
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
