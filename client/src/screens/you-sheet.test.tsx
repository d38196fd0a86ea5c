import { render } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, button, drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import { id, show } from "../../testing/workshop.ts";
import { ownBallots } from "../own/ballots.ts";
import { addOwnCard, ownCards } from "../own/cards.ts";
import { drafts, keepDraft } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { outbox } from "../own/outbox.ts";
import { ownSeat } from "../own/seat.ts";
import Sheet from "./you-sheet.tsx";

let line: TestLine;

beforeEach(async () => {
  line = freshDevice("Ana");
  show({ entered: { support: "Call 01234" } });
  render(<Sheet />);
  await drawn();
});

test("the name can be changed at any time", async () => {
  type("Your name, if you like", "Anna");
  await drawn();
  press("Save");
  expect(line.all("ChangeName")[0]?.fields).toEqual({ name: "Anna" });
  expect(ownSeat.value?.name).toBe("Anna");
});

test("help is always in the same place", () => {
  expect(page()).toContain("If you need help: Call 01234");
});

test("leaving takes two steps, and then this device has no place any more", async () => {
  press("Leave this workshop");
  await drawn();
  expect(line.all("Leave")).toHaveLength(0);
  press("Yes, leave");
  await drawn();
  expect(line.all("Leave")).toHaveLength(1);
  expect(ownSeat.value).toBeNull();
});

test("leaving names the words that are not sent, and leaves nothing for the next person at this device", async () => {
  line.obliging = false;
  const own = addOwnCard("w", { run: id("1"), kind: "idea", text: "On its way", signed: "", target: "" });
  keepDraft(id("1"), "card", "Half a thought", "idea");
  ownBallots.value = { v: { key: "k" } } as unknown as typeof ownBallots.value;
  press("Leave this workshop");
  await drawn();
  for (const words of ["On its way", "Half a thought", "They will be deleted", "you can’t change them any more"]) {
    expect(page()).toContain(words);
  }
  expect(ownCards.value[0]?.key).toBe(own.key);
  press("Yes, leave");
  line.all("Leave")[0]?.answer({ status: "ok" });
  await drawn();
  expect([ownCards.value, drafts.value, ownBallots.value, outbox.value]).toEqual([[], {}, {}, []]);
});

test("without a line one leaves all the same, and nothing stays on the device", async () => {
  line.obliging = false;
  keepDraft(id("1"), "card", "Half a thought", "idea");
  press("Leave this workshop");
  await drawn();
  vi.useFakeTimers();
  press("Yes, leave");
  await vi.advanceTimersByTimeAsync(3_000);
  vi.useRealTimers();
  await drawn();
  expect([ownSeat.value, drafts.value]).toEqual([null, {}]);
});

test("handing over the device takes two steps, gives up the place, and goes on as somebody who was never here", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(null, { status: 204 })),
  );
  const went = vi.spyOn(location, "replace").mockImplementation(() => {});
  keepDraft(id("1"), "card", "Half a thought", "idea");
  press("Hand over this device");
  await drawn();
  expect(page()).toContain("Half a thought");
  expect(ownSeat.value).not.toBeNull();
  press("Yes, hand it over");
  await vi.waitFor(() => expect(went).toHaveBeenCalled());
  expect(line.all("Leave").length).toBeGreaterThan(0);
  expect([ownSeat.value, drafts.value]).toEqual([null, {}]);
});

test("E13: in a tab that only reads nobody changes the name or leaves: the other tab would go on without knowing", async () => {
  writing.value = false;
  await drawn();
  expect(box("Your name, if you like").readOnly).toBe(true);
  expect(page()).toContain("You can only read here.");
  for (const name of ["Save", "This is a shared device", "Leave this workshop", "Hand over this device"])
    expect(button(name).disabled).toBe(true);
});

test("whoever leads and leaves reads what it takes to lead again", async () => {
  show({ entered: { role: "facilitator" } });
  await drawn();
  expect(page()).not.toContain("You lead this workshop.");
  press("Leave this workshop");
  await drawn();
  expect(page()).toContain("You lead this workshop. To lead it again, you need the code for you alone.");
});
