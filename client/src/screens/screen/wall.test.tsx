import { render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { aCard, id, showLed } from "../../../testing/workshop.ts";
import { boardOf } from "../../board.ts";
import { entries } from "../../workshop.ts";
import { countOf, density, Options, Wall } from "./wall.tsx";

const group = { [`group:${id("d1")}`]: { id: id("d1"), name: "Meeting", version: 0 } };
const tea = aCard("a", { text: "Tea on the pier", group: id("d1"), signed: "Ana" });
const rain = aCard("e", { text: "It rains", kind: "caution", target: `card:${id("c")}` });

afterEach(() => vi.restoreAllMocks());

function board() {
  showLed({ cards: [tea, aCard("c", { text: "Lift club" }), rain], more: group });
  return boardOf(entries.value);
}

test("cards stand under their kind and their group, with who signed and what they are about", () => {
  render(<Wall sections={board()} />);
  expect(screen.getAllByRole("heading").map((one) => one.textContent)).toEqual([
    "Ideas",
    "Meeting",
    "On their own",
    "Cautions",
  ]);
  const cards = screen.getAllByRole("article").map((one) => one.textContent);
  expect(cards).toEqual(["Tea on the pierAna", "Lift club", "It rainsLift club"]);
});

test("the fewer cards there are, the larger they stand", () => {
  expect(board().map(countOf)).toEqual([2, 1]);
  expect([2, 6, 12, 40].map(density)).toEqual(["one", "few", "some", "many"]);
});

test("what is voted on stands there by name", () => {
  board();
  render(<Options list={[`group:${id("d1")}`, `card:${id("c")}`]} />);
  expect(screen.getAllByRole("article").map((one) => one.textContent)).toEqual(["Meeting", "Lift club"]);
});

test("a group that goes on in a further column says there again what it is", () => {
  const more = ["b", "e", "f"].map((one) => aCard(one, { text: `Tea ${one}`, group: id("d1") }));
  showLed({ cards: [tea, ...more], more: group });
  const column: Readonly<Record<string, number>> = { "Tea b": 0, "Tea e": 300, "Tea f": 300 };
  vi.spyOn(HTMLElement.prototype, "offsetLeft", "get").mockImplementation(function (this: HTMLElement) {
    return column[this.querySelector(".card-text")?.textContent ?? ""] ?? 0;
  });
  render(<Wall sections={boardOf(entries.value)} />);
  const again = [...document.querySelectorAll<HTMLElement>(".wall-again")].filter((line) => !line.hidden);
  expect(again.map((line) => line.parentElement?.textContent)).toEqual(["Meeting, moreTea e"]);
  expect(screen.getAllByRole("heading").map((one) => one.textContent)).toEqual(["Ideas", "Meeting"]);
});
