import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TestLine } from "../../testing/line.ts";
import { lineDown, lineUp } from "../asking.ts";
import { verifierOf } from "../random.ts";
import { entries } from "../workshop.ts";
import { addOwnCard, askForLost, forgetCard, ownCards, rewriteOwnCard, takeBack } from "./cards.ts";
import { drafts, draftText, keepDraft } from "./drafts.ts";
import { outbox } from "./outbox.ts";

let line: TestLine;
const IDEA = { run: "r", kind: "idea", text: "A supper", signed: "", target: "" } as const;

const ownCard = (id: string) => ownCards.value.find((card) => card.id === id) ?? null;

beforeEach(() => {
  ownCards.value = [];
  outbox.value = [];
  entries.value = new Map();
  line = new TestLine();
  line.connected = true;
  lineUp(line);
});
afterEach(() => lineDown());

function saved() {
  const card = addOwnCard("w", IDEA);
  line.asked.at(-1)?.answer({ status: "ok" });
  return ownCard(card.id) as NonNullable<ReturnType<typeof ownCard>>;
}

test("a card is there at once, and saved when the server has said so", () => {
  const card = addOwnCard("w", IDEA);
  expect(ownCard(card.id)?.state).toBe("sending");
  line.asked[0]?.answer({ status: "ok" });
  expect(ownCard(card.id)?.state).toBe("saved");
});

test("the server gets the hash of the key, never the key", () => {
  const card = addOwnCard("w", IDEA);
  expect(line.asked[0]?.fields.verifier).toBe(verifierOf("w", card.key));
  expect(JSON.stringify(line.asked[0]?.fields)).not.toContain(card.key);
});

test("E16: a card whose step was over has no home, keeps its text, and is not sent by itself", () => {
  const card = addOwnCard("w", IDEA);
  line.asked[0]?.answer({ status: "refused", code: "run_over", say: "That step is over." });
  expect(ownCard(card.id)).toMatchObject({ state: "homeless", text: "A supper" });
  lineDown();
  lineUp(line);
  expect(line.all("AddCard")).toHaveLength(1);
});

test("any other refusal is shown on the card", () => {
  const card = addOwnCard("w", IDEA);
  line.asked[0]?.answer({ status: "refused", code: "board_full", say: "The board is full." });
  expect(ownCard(card.id)).toMatchObject({ state: "refused", say: "The board is full." });
});

test("each edit carries a higher number, and the last one counts", () => {
  const card = saved();
  rewriteOwnCard(card, "A soup");
  rewriteOwnCard(ownCard(card.id) ?? card, "A stew");
  const [first, second] = line.all("EditCard");
  expect([first?.fields.number, second?.fields.number]).toEqual([1, 2]);
  second?.answer({ status: "ok" });
  first?.answer({ status: "ok" });
  expect(ownCard(card.id)).toMatchObject({ text: "A stew", state: "saved" });
});

test("E23: words that come too late stay here, and the card says what everybody sees", () => {
  const card = saved();
  rewriteOwnCard(card, "A soup");
  line.asked.at(-1)?.answer({ status: "refused", code: "too_late_to_edit", say: "In use now." });
  expect(ownCard(card.id)).toMatchObject({ text: "A supper", unsaved: "A soup", say: "In use now." });
});

test("an edit that is refused after it had been saved once takes no words away", () => {
  const card = saved();
  rewriteOwnCard(card, "A soup");
  line.asked.at(-1)?.answer({ status: "ok" });
  outbox.value = [{ nr: "again", command: "EditCard", fields: line.asked.at(-1)?.fields }];
  lineUp(line);
  line.asked.at(-1)?.answer({ status: "refused", code: "no_such_card", say: "Gone." });
  expect(ownCard(card.id)).toMatchObject({ text: "A soup", say: "Gone." });
});

test("words that did not change are not sent", () => {
  rewriteOwnCard(saved(), "A supper");
  expect(line.all("EditCard")).toHaveLength(0);
});

test("E24: a card that was taken back leaves the device when the server has answered", () => {
  const card = saved();
  takeBack(card);
  expect(ownCard(card.id)?.state).toBe("sending");
  line.asked.at(-1)?.answer({ status: "ok" });
  expect(ownCard(card.id)).toBeNull();
});

test("a card on a ballot stays, and says why", () => {
  const card = saved();
  takeBack(card);
  line.asked.at(-1)?.answer({ status: "refused", code: "on_ballot", say: "Put to the vote." });
  expect(ownCard(card.id)).toMatchObject({ state: "saved", say: "Put to the vote." });
  forgetCard(card.id);
  expect(ownCards.value).toEqual([]);
});

test("E13: a card whose tab was closed before it was in the outbox is sent by the tab that takes over", () => {
  const card = addOwnCard("w", IDEA);
  const [first] = line.asked;
  outbox.value = [];
  keepDraft("r", "card", "A supper ", "idea");
  keepDraft("r", "other", "Something else", "idea");
  askForLost("w");
  expect(line.all("AddCard")[1]?.fields).toEqual(first?.fields);
  expect([draftText("r", "card"), draftText("r", "other")]).toEqual(["", "Something else"]);
  line.asked.at(-1)?.answer({ status: "ok" });
  expect(ownCard(card.id)?.state).toBe("saved");
  drafts.value = {};
});

test("a card that waits in the outbox, or is saved, is not asked for once more", () => {
  saved();
  addOwnCard("w", IDEA);
  askForLost("w");
  expect(line.all("AddCard")).toHaveLength(2);
});

const OVER = { status: "refused", code: "run_over", say: "That step is over." };
const BUSY = { status: "refused", code: "saving_paused", say: "Saving is paused." };

test("a card that is taken back before it was saved is not forgotten while it may still be saved", () => {
  vi.useFakeTimers();
  const card = addOwnCard("w", IDEA);
  takeBack(card);
  line.asked[0]?.answer(BUSY);
  line.asked[1]?.answer({ status: "refused", code: "no_such_card", say: "Gone." });
  expect(ownCard(card.id)?.key).toBe(card.key);
  vi.advanceTimersByTime(2_000);
  line.asked.at(-1)?.answer({ status: "ok" });
  expect(line.asked.map((one) => one.command)).toEqual(["AddCard", "WithdrawCard", "AddCard", "WithdrawCard"]);
  line.asked.at(-1)?.answer({ status: "ok" });
  expect(ownCard(card.id)).toBeNull();
  vi.useRealTimers();
});

test("an edit and a take-back say whether their writer saw the card out when pressing", () => {
  const card = saved();
  rewriteOwnCard(card, "A soup");
  takeBack(card);
  entries.value = new Map([[`card:${card.id}`, {}]]);
  rewriteOwnCard(card, "A stew");
  takeBack(card);
  expect(line.all("EditCard").map((one) => one.fields.shown)).toEqual([false, true]);
  expect(line.all("WithdrawCard").map((one) => one.fields.shown)).toEqual([false, true]);
});

test("an edit of a card that came out meanwhile stays on the card, and can be pressed again", () => {
  const card = saved();
  rewriteOwnCard(card, "A soup");
  line.asked.at(-1)?.answer(OVER);
  const kept = ownCard(card.id) ?? card;
  expect(kept).toMatchObject({ state: "saved", text: "A supper", unsaved: "A soup", say: OVER.say });
  entries.value = new Map([[`card:${card.id}`, {}]]);
  rewriteOwnCard(kept, kept.unsaved);
  expect(line.asked.at(-1)?.fields).toMatchObject({ number: 2, text: "A soup", shown: true });
});

test("a take-back of a card that came out meanwhile leaves the card as it was, with the sentence", () => {
  const card = saved();
  takeBack(card);
  line.asked.at(-1)?.answer(OVER);
  expect(ownCard(card.id)).toEqual({ ...card, say: OVER.say });
});

test("of two edits that are refused, the card keeps the words that were saved and the newest ones", () => {
  const card = saved();
  rewriteOwnCard(card, "A soup");
  rewriteOwnCard(ownCard(card.id) ?? card, "A stew");
  for (const one of line.all("EditCard")) one.answer(OVER);
  expect(ownCard(card.id)).toMatchObject({ text: "A supper", unsaved: "A stew" });
});

test("when the first of two edits was saved, its words are the ones to go back to", () => {
  const card = saved();
  rewriteOwnCard(card, "A soup");
  rewriteOwnCard(ownCard(card.id) ?? card, "A stew");
  line.all("EditCard")[0]?.answer({ status: "ok" });
  line.all("EditCard")[1]?.answer(OVER);
  expect(ownCard(card.id)).toMatchObject({ text: "A soup", unsaved: "A stew" });
});

test("a card that found its step over keeps its newest words, whatever its edit is answered", () => {
  const card = addOwnCard("w", IDEA);
  rewriteOwnCard(card, "A soup");
  line.asked[0]?.answer(OVER);
  line.asked.at(-1)?.answer({ status: "refused", code: "no_such_card", say: "Gone." });
  expect(ownCard(card.id)).toMatchObject({ state: "homeless", text: "A soup", say: OVER.say });
});

test("a card is not called saved while an edit of it is on its way", () => {
  const card = addOwnCard("w", IDEA);
  rewriteOwnCard(card, "A soup");
  line.asked[0]?.answer({ status: "ok" });
  expect(ownCard(card.id)).toMatchObject({ state: "sending", text: "A soup" });
  line.asked[1]?.answer({ status: "ok" });
  expect(ownCard(card.id)).toMatchObject({ state: "saved", text: "A soup" });
});

test("half of a picture is sent as a sign that every server can read, and stands here as it was sent", () => {
  const card = addOwnCard("w", { ...IDEA, text: "Tea \u{1F375}".slice(0, -1) });
  expect([line.asked[0]?.fields.text, ownCard(card.id)?.text]).toEqual(["Tea \uFFFD", "Tea \uFFFD"]);
  line.asked[0]?.answer({ status: "ok" });
  rewriteOwnCard(ownCard(card.id) as NonNullable<ReturnType<typeof ownCard>>, "Soup \uD83C");
  expect([line.all("EditCard")[0]?.fields.text, ownCard(card.id)?.text]).toEqual(["Soup \uFFFD", "Soup \uFFFD"]);
});
