import { beforeEach, expect, test } from "vitest";
import { freshDevice } from "../../testing/page.ts";
import { id } from "../../testing/workshop.ts";
import { addOwnCard, ownCards } from "./cards.ts";
import { keepDraft } from "./drafts.ts";
import { unsentWords } from "./unsent.ts";

beforeEach(() => void freshDevice());

test("drafts and cards without an answer are words that nobody else has, each once", () => {
  addOwnCard("w", { run: id("1"), kind: "idea", text: "On its way", signed: "", target: "" });
  addOwnCard("w", { run: id("1"), kind: "idea", text: "On the board", signed: "", target: "" });
  ownCards.value = ownCards.value.map((card) => (card.text === "On the board" ? { ...card, state: "saved" } : card));
  keepDraft(id("1"), "card", " On its way ", "idea");
  keepDraft(id("2"), "card", "Half a thought", "idea");
  expect(unsentWords().sort()).toEqual(["Half a thought", "On its way"]);
});

test("a device that sent everything has none", () => {
  expect(unsentWords()).toEqual([]);
});
