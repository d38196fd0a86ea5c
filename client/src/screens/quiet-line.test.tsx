import { render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawn, freshDevice, page } from "../../testing/page.ts";
import { aRoom } from "../../testing/workshop.ts";
import { Announcer } from "../announcer.tsx";
import { ask, lineDown } from "../asking.ts";
import { outdated, slow, status } from "../connection.ts";
import { room } from "../workshop.ts";
import { QuietLine } from "./quiet-line.tsx";

beforeEach(() => {
  freshDevice();
  slow.value = false;
  outdated.value = false;
  status.value = { kind: "live", say: "" };
});
afterEach(() => {
  slow.value = false;
  outdated.value = false;
});

test("while all is well there is no line at all", () => {
  expect(render(<QuietLine />).container.textContent).toBe("");
});

test("a break is a quiet line with the number of things unsent, and no window in the way", async () => {
  render(<QuietLine />);
  lineDown();
  status.value = { kind: "waiting", say: "" };
  slow.value = true;
  await drawn();
  expect(page()).toContain("Connecting again…");
  void ask("ChangeName", { name: "a" });
  void ask("ChangeName", { name: "b" });
  await drawn();
  expect(page()).toContain("2 things are not sent yet. You can go on writing.");
  expect(document.querySelector("dialog, [role=alert]")).toBeNull();
});

test("a newer page is offered, not forced", async () => {
  outdated.value = true;
  render(<QuietLine />);
  expect(page()).toContain("There is a newer version of this page.");
});

test("that nothing can be saved is told to everybody, and that it goes on again too", async () => {
  room.value = aRoom();
  render(
    <>
      <QuietLine />
      <Announcer />
    </>,
  );
  room.value = aRoom({ saving: false });
  await drawn();
  expect(page()).toContain("Saving is paused. What you write is kept on your device");
  room.value = aRoom();
  await drawn();
  expect(page()).toBe("");
  const voice = () => document.querySelector("[data-announcer]")?.textContent ?? "";
  await vi.waitFor(() => expect(voice()).toMatch(/Saving is paused.*Saving goes on\.$/));
});
