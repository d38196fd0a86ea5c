import { render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshDevice, page } from "../../testing/page.ts";
import { aBallot, aCard, aPhase, aRun, show } from "../../testing/workshop.ts";
import { Close } from "./close.tsx";

beforeEach(() => {
  freshDevice();
  vi.stubGlobal("fetch", async () => new Response("[]"));
});
afterEach(() => vi.unstubAllGlobals());

test("the last step asks for what its phase collects, and has the result at hand", () => {
  show({ ballot: aBallot({ state: "closed", totals: {} }), cards: [aCard("a"), aCard("c")] });
  render(<Close run={aRun({ stage: "live" })} phase={aPhase({ kind: "close", cards: ["decision", "action"] })} />);
  expect(screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent)).toContain("Decisions");
  expect(page()).toContain("A new action");
  expect(page()).toContain("The result of the vote");
});

test("a close that collects notes has a place to write, and no actions", () => {
  show();
  render(
    <Close run={aRun({ stage: "live" })} phase={aPhase({ kind: "close", cards: ["note"], authorship: "choice" })} />,
  );
  expect(page()).toContain("Your note");
  expect(page()).not.toContain("A new action");
});
