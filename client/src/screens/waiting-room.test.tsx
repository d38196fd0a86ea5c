import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { freshDevice, page } from "../../testing/page.ts";
import { show } from "../../testing/workshop.ts";
import { keeping } from "../own/kept.ts";
import { WaitingRoom } from "./waiting-room.tsx";

test("one is greeted, and sees what will happen and about how many are here", () => {
  freshDevice("Ana");
  show({ head: { state: "waiting", run: "" }, room: { people: 10 } });
  render(<WaitingRoom />);
  for (const words of ["Hello Ana.", "At least 10 people are here.", "Ideas", "8 minutes"])
    expect(page()).toContain(words);
});

test("below five nobody is counted", () => {
  freshDevice("");
  show({ head: { state: "waiting", run: "" }, room: { people: 0, small: true } });
  render(<WaitingRoom />);
  expect(page()).not.toMatch(/people are here/);
});

test("a device that keeps nothing says so before the start", () => {
  freshDevice();
  keeping.value = "page";
  show({ head: { state: "waiting", run: "" } });
  render(<WaitingRoom />);
  expect(page()).toContain("This device keeps nothing.");
});

test("one reads who leads, once a name is known", () => {
  freshDevice();
  show({ head: { state: "waiting", run: "" }, room: { leading: "Fay" } });
  const { unmount } = render(<WaitingRoom />);
  expect(page()).toContain("Fay leads this workshop.");
  unmount();
  show({ head: { state: "waiting", run: "" } });
  render(<WaitingRoom />);
  expect(page()).not.toContain("leads this workshop");
});
