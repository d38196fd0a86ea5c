import { afterEach, beforeEach, expect, test } from "vitest";
import { TestLine } from "../../testing/line.ts";
import { lineDown, lineUp } from "../asking.ts";
import { verifierOf } from "../random.ts";
import { addOwnCard, askForLost, forgetCard, ownCards, rewriteOwnCard, takeBack } from "./cards.ts";
import { drafts, draftText, keepDraft } from "./drafts.ts";
import { outbox } from "./outbox.ts";

let line: TestLine;
const IDEA = { run: "r", kind: "idea", text: "A supper", signed: "", target: "" } as const;

const ownCard = (id: string) => ownCards.value.find((card) => card.id === id) ?? null;

beforeEach(() => {
  ownCards.value = [];
  outbox.value = [];
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
