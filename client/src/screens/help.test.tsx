import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshDevice, press } from "../../testing/page.ts";
import { show } from "../../testing/workshop.ts";
import { Announcer } from "../announcer.tsx";
import { choose, settings, settingsOf } from "../own/settings.ts";
import { Help } from "./help.tsx";

beforeEach(() => {
  freshDevice();
  show({ clock: { paused: true, left: 250_000 } });
  render(
    <>
      <Help />
      <Announcer />
      <input aria-label="Words" />
    </>,
  );
});
afterEach(() => {
  settings.value = settingsOf(null);
});

const opened = () => screen.findByRole("button", { name: "How much time is left?" });
const said = () => document.querySelector("[data-announcer]")?.textContent ?? "";

test("help opens from its button, and by the question mark", async () => {
  press("Help");
  await opened();
  press("Close");
  fireEvent.keyDown(document.body, { key: "?" });
  await opened();
});

test("the key T says how much time is left; while one types it is a letter", async () => {
  fireEvent.keyDown(screen.getByLabelText("Words"), { key: "t" });
  await new Promise((done) => setTimeout(done, 900));
  expect(said()).not.toContain("left");
  fireEvent.keyDown(document.body, { key: "t" });
  await vi.waitUntil(() => said().includes("4 minutes 10 seconds left"), { timeout: 4_000 });
});

test("who has switched single letters off opens nothing by them", async () => {
  choose("keys", "off");
  fireEvent.keyDown(document.body, { key: "?" });
  await new Promise((done) => setTimeout(done, 50));
  expect(screen.queryByRole("dialog")).toBeNull();
});
