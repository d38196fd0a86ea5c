import { fireEvent, render } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { box, button, drawn, freshDevice, page, press } from "../../testing/page.ts";
import { aBallot, aCard, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { Announcer } from "../announcer.tsx";
import { type OwnBallot, ownBallots } from "../own/ballots.ts";
import { Vote } from "./vote.tsx";

const props = { run: aRun({ stage: "vote" }), phase: aPhase({ kind: "vote", cards: [] }) };

function open(some = {}) {
  show({ run: { stage: "vote" }, ballot: aBallot(some), cards: [aCard("a"), aCard("c")] });
  return render(<Vote {...props} />);
}

beforeEach(() => {
  freshDevice().obliging = false;
});

/** The server has counted the ballot, or said why not. */
function voting(code = "", say = ""): void {
  const [[at, own]] = Object.entries(ownBallots.value) as [[string, OwnBallot]];
  ownBallots.value = { ...ownBallots.value, [at]: { ...own, code, say, counted: code === "" ? own.rev : own.counted } };
}

test("before it opens, one is told that the facilitator checks who is here", () => {
  open({ state: "draft" });
  expect(page()).toContain("The facilitator is checking who is here.");
});

test("dots are put and taken, and what is left is said in words", async () => {
  open();
  expect(page()).toContain("3 of 3 left");
  press("One dot more for: Idea a");
  await drawn();
  press("One dot more for: Idea a");
  await drawn();
  expect(page()).toContain("1 of 3 left");
  expect(page()).toContain("2 dots from you");
  expect(button("One dot more for: Idea a").getAttribute("aria-disabled")).toBe("true");
  press("One dot less for: Idea a");
  await drawn();
  expect(page()).toContain("2 of 3 left");
});

test("a dot that is put is spoken, since the button keeps its name", async () => {
  open();
  render(<Announcer />);
  press("One dot more for: Idea a");
  const voice = () => document.querySelector("[data-announcer]")?.textContent;
  await vi.waitFor(() => expect(voice()).toContain("1 dot from you"), 4_000);
});

test("it says Not sent yet, stay here, until it is counted", async () => {
  open();
  press("One dot more for: Idea c");
  await drawn();
  expect(page()).toContain("Not sent yet, stay here");
  voting();
  await drawn();
  expect(page()).toContain("✓ Counted");
});

test("picks are ticked, no more than there are", async () => {
  open({ method: "picks", budget: 1, cap: 1 });
  expect(page()).toContain("Choose 1. No reasons needed.");
  fireEvent.click(box("Idea a"));
  await drawn();
  expect((box("Idea c") as unknown as HTMLInputElement).disabled).toBe(true);
  expect(page()).toContain("0 of 1 left");
});

test("who can see how one votes is told in full, one tap away", () => {
  open();
  expect(page()).toContain("Your ballot is sent without your name.");
  expect(page()).toContain("People who run this server could change the software");
  expect(page()).not.toContain("not encrypted");
});

test("where the way to the page is not encrypted, that is said", () => {
  vi.spyOn(crypto, "subtle", "get").mockReturnValue(undefined as unknown as SubtleCrypto);
  open();
  expect(page()).toContain("People on this network could watch how you vote.");
});

test("E11: who came later sees a friendly sentence", async () => {
  open();
  voting("not_on_roll", "You came after this vote opened.");
  await drawn();
  expect(page()).toContain("You came after this vote opened.");
  // It is no fault, and does not look like one.
  expect(document.querySelector(".vote-left [data-kind]")?.getAttribute("data-kind")).toBe("warn");
});

test("E22: a new ballot begins with all dots free", async () => {
  const first = open();
  press("One dot more for: Idea a");
  first.unmount();
  open({ id: id("e") });
  await drawn();
  expect(page()).toContain("3 of 3 left");
});
