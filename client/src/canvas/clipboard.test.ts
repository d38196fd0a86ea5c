import { expect, test } from "vitest";
import { anItem, showDrawn } from "../../testing/items.ts";
import { freshDevice } from "../../testing/page.ts";
import { aCard, aGroup, id } from "../../testing/workshop.ts";
import { entries } from "../workshop.ts";
import { addCopies, cardsOf, copied, drawingsOf, MOST_CARDS } from "./clipboard.ts";

test("each line becomes a card, without its bullet", () => {
  expect(cardsOf("- Lifts\r\n\n2. A phone tree\n  Tea  on Friday ").cards).toEqual([
    "Lifts",
    "A phone tree",
    "Tea on Friday",
  ]);
});

test("a table gives a card for each row, from a web page and from a spreadsheet", () => {
  const html = "<table><tr><td>Lifts</td><td>Jo</td></tr><tr><td>Tea</td><td></td></tr></table>";
  expect(cardsOf("", html).cards).toEqual(["Lifts – Jo", "Tea"]);
  expect(cardsOf("Lifts\tJo\nTea\t").cards).toEqual(["Lifts – Jo", "Tea"]);
});

test("what is too much or too long is said", () => {
  const much = cardsOf(Array.from({ length: 60 }, (_, at) => `Idea ${at}`).join("\n"));
  expect([much.cards.length, much.more, much.cut]).toEqual([MOST_CARDS, true, false]);
  expect(cardsOf("x".repeat(1200))).toMatchObject({ cut: true });
});

test("cards go out as plain text and as a list, in reading order, a group with its cards", () => {
  const cards = [aCard("a", { group: id("d") }), aCard("b", { text: "Tea & <cake>" })];
  showDrawn([], { cards, groups: [aGroup("d")] });
  const order = [`group:${id("d")}`, `card:${id("a")}`, `card:${id("b")}`];
  const out = copied(entries.value, new Set([`card:${id("b")}`, `group:${id("d")}`]), order);
  expect(out.text).toBe("Group d\nIdea a\nTea & <cake>");
  expect(out.html).toContain("<li>Tea &amp; &lt;cake&gt;</li>");
});

test("drawings come back from the clipboard, and nothing that is none", async () => {
  const line = freshDevice();
  showDrawn([anItem("a", { text: "Us" })]);
  const out = copied(entries.value, new Set([`item:${id("a")}`]), []);
  await addCopies(drawingsOf(out.drawings));
  expect(line.asked[0]?.fields).toMatchObject({ kind: "box", text: "Us", x: 24, y: 24 });
  for (const strange of ["no", "7", '[{"kind":"box"}]', '[{"kind":"evil","x":1}]', "[null]"])
    expect(drawingsOf(strange)).toEqual([]);
});
