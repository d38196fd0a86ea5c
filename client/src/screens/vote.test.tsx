import { fireEvent, render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, button, drawn, freshDevice, page, press } from "../../testing/page.ts";
import { aBallot, aCard, aPhase, aRun, id, show } from "../../testing/workshop.ts";
import { Announcer } from "../announcer.tsx";
import { ownBallot, ownBallots } from "../own/ballots.ts";
import { writing } from "../own/kept.ts";
import { Vote } from "./vote.tsx";

let line: TestLine;
const props = { run: aRun({ stage: "vote" }), phase: aPhase({ kind: "vote", cards: [] }) };

function open(some = {}) {
  show({ run: { stage: "vote" }, ballot: aBallot(some), cards: [aCard("a"), aCard("c")] });
  return render(<Vote {...props} />);
}

beforeEach(() => {
  line = freshDevice();
  line.obliging = false;
  vi.stubGlobal("fetch", async () => new Response('{"status":"ok"}'));
});
afterEach(() => vi.unstubAllGlobals());

const ticket = () =>
  line
    .all("AskCredential")
    .at(-1)
    ?.answer({ status: "ok", data: { sig: "S" } });

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
  ticket();
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

test("what the server could do until credentials are blind is said in plain words", () => {
  open();
  expect(page()).toContain(
    "Until a later version, the server could link your place to your ballot while the vote is open.",
  );
});

test("E11: who came later sees a friendly sentence", async () => {
  open();
  press("One dot more for: Idea a");
  line.asked[0]?.answer({ status: "refused", code: "not_on_roll", say: "You came after this vote opened." });
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

/** What was asked for one vote; its id is its own, so that no cast of another test is still under way. */
const askedFor = (of: string) => line.all("AskCredential").filter((one) => one.fields.ballot === of);

test("E11: who came after the vote opened is told so", async () => {
  open({ id: id("8") });
  press("One dot more for: Idea c");
  await drawn();
  askedFor(id("8"))[0]?.answer({ status: "refused", code: "not_on_roll", say: "You came later." });
  await drawn();
  expect(page()).toContain("You came later.");
});

test("E13: what was marked in another tab is cast when this one takes over", async () => {
  const at = aBallot({ id: id("9") });
  writing.value = false;
  ownBallots.value = { [at.id]: { ...ownBallot(at), rev: 1, allocation: { [`card:${id("a")}`]: 1 } } };
  open({ id: at.id });
  await drawn();
  expect(askedFor(at.id)).toHaveLength(0);
  writing.value = true;
  await drawn();
  expect(askedFor(at.id)).toHaveLength(1);
});
