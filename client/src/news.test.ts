import { render } from "@testing-library/preact";
import { createElement } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aBallot, aCard, id, show } from "../testing/workshop.ts";
import { Announcer } from "./announcer.tsx";
import { followNews, revealSentence, timeToSay } from "./news.ts";
import { clearView } from "./workshop.ts";

let begin = 0;
let stop: () => void;
let page: Element;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  // The announcer rests between two sentences: this test begins long after the one before.
  begin += 600_000;
  vi.advanceTimersByTime(begin);
  clearView();
  page = render(createElement(Announcer, {})).container;
  stop = followNews();
});
afterEach(() => {
  stop();
  vi.runAllTimers();
  vi.useRealTimers();
});

async function heard(): Promise<string> {
  for (let turn = 0; turn < 4; turn += 1) {
    vi.advanceTimersByTime(3_000);
    // The page is drawn between two turns.
    await new Promise((drawn) => setImmediate(drawn));
  }
  return page.textContent ?? "";
}

test("coming in says nothing; a new step says its title and its prompt", async () => {
  const before = await heard();
  show({ cards: [aCard("a")] });
  expect(await heard()).toBe(before);
  show({ run: { id: id("3") }, phase: { title: "What pulls you", prompt: "Choose three." }, cards: [aCard("a")] });
  expect(await heard()).toContain("New step: What pulls you. Choose three.");
});

test("a reveal is one sentence with its numbers", async () => {
  show();
  await heard();
  show({ cards: [aCard("a"), aCard("c"), aCard("d", { kind: "fact" })] });
  expect(await heard()).toContain("2 ideas, 1 fact are shown now.");
});

test("a result and a tie are spoken when the vote has closed", async () => {
  show({ ballot: aBallot() });
  await heard();
  show({ ballot: aBallot({ state: "closed", tied: [id("a")] }) });
  expect(await heard()).toContain("too close to call");
});

test("with a result nobody is asked to choose once more", async () => {
  const phase = { title: "What pulls you", prompt: "Choose three." };
  show({ phase, run: { stage: "vote" }, ballot: aBallot() });
  await heard();
  show({ phase, run: { stage: "result" }, ballot: aBallot({ state: "closed" }) });
  expect(await heard()).not.toContain("Choose three");
});

test("the end is spoken", async () => {
  show();
  await heard();
  show({ head: { state: "ended", run: "" } });
  expect(await heard()).toContain("The workshop is over.");
});

test("time is spoken at half, one minute, half a minute and the end, once each", () => {
  expect(timeToSay(241, 240, 480)).toBe(240);
  expect(timeToSay(240, 239, 480)).toBeNull();
  expect(timeToSay(61, 60, 480)).toBe(60);
  expect(timeToSay(31, 30, 480)).toBe(30);
  expect(timeToSay(1, 0, 480)).toBe(0);
  expect(timeToSay(0, -1, 480)).toBeNull();
});

test("a step of two minutes is not spoken at half, which is one minute anyway", () => {
  expect(timeToSay(61, 60, 120)).toBe(60);
  expect(timeToSay(null, 60, 120)).toBeNull();
  expect(timeToSay(30, 90, 120)).toBeNull();
});

test("where minutes are taken away, the last mark that was passed is spoken", () => {
  expect(timeToSay(59, 0, 180)).toBe(0);
  expect(timeToSay(130, 20, 180)).toBe(30);
});

test("what is shown now is told by its number, and nothing is told where nothing is shown", () => {
  expect(revealSentence([aCard("a")])).toBe("1 idea is shown now.");
  expect(revealSentence([])).toBe("");
});
