import { render } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { drawn, freshDevice, page } from "../../../testing/page.ts";
import { aBallot, aCard, show } from "../../../testing/workshop.ts";
import { writing } from "../../own/kept.ts";
import Notices from "./notices.tsx";
import { wish } from "./talk.tsx";

const said = vi.hoisted(() => [] as string[]);
vi.mock("../../announcer.tsx", () => ({ announce: (sentence: string) => said.push(sentence) }));

beforeEach(() => {
  said.length = 0;
  freshDevice();
});

test("E34: a slowed room is said to all, in words and by voice", async () => {
  show({});
  render(<Notices />);
  expect(page()).toBe("");
  show({ head: { slow: true } });
  await drawn();
  expect(said).toEqual([page()]);
  expect(page()).toContain("The room is slowed down for everybody: one card every 20 seconds.");
  show({ head: { slow: false } });
  expect(said[1]).toBe("The room is as quick as before.");
});

test("E31: everybody is told that an option was hidden, and that the vote waits", () => {
  show({ run: { stage: "vote" }, ballot: aBallot({ taken: ["card:1"] }), clock: { paused: true } });
  render(<Notices />);
  expect(page()).toContain("If you had dots on it, they are yours again.");
  expect(page()).toContain("The clock has stopped.");
});

test("E33: it is spoken that a card was hidden, and that one was brought back", () => {
  show({ cards: [aCard("a")] });
  render(<Notices />);
  show({ cards: [aCard("a", { text: "", hidden: "person" })] });
  show({ cards: [aCard("a")] });
  expect(said).toEqual([
    "A card was hidden by the facilitator. Whoever wrote it can reword it.",
    "A card was brought back.",
  ]);
});

test("a page that was loaded anew repeats a wish to talk once it is the one that writes", async () => {
  const line = freshDevice();
  wish.value = true;
  writing.value = false;
  show({});
  render(<Notices />);
  await drawn();
  expect(line.asked).toEqual([]);
  writing.value = true;
  await drawn();
  expect(line.asked.map((one) => one.command)).toEqual(["AskToTalk"]);
  wish.value = false;
});
