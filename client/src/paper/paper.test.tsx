import { render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { anItem } from "../../testing/items.ts";
import { freshDevice, page } from "../../testing/page.ts";
import { aBallot, aCard, id, show } from "../../testing/workshop.ts";
import { planLabels } from "./labels.ts";
import { Paper } from "./paper.tsx";

const TODAY = new Date(2026, 10, 24, 12);
const ideas = [aCard("a", { text: "A choir" }), aCard("c", { text: "مقعد", language: "ar" })];

beforeEach(() => {
  freshDevice();
  planLabels.value = new Map();
});

const headings = () => screen.getAllByRole("heading").map((one) => `${one.tagName[1]} ${one.textContent}`);

test("what came of it stands first, then the cards by hat, then the drawings in words", () => {
  planLabels.value = new Map([["aim", "Our aim"]]);
  const action = { id: id("e"), text: "Ask the baker", owner: "Ana", due: "2026-12-01", versions: {}, status: "open" };
  show({
    cards: [...ideas, aCard("f", { kind: "fact", text: "Two buses" }), aCard("h", { hidden: "person" })],
    more: {
      [`decision:${id("d")}`]: { id: id("d"), text: "We sing", options: [], version: 0 },
      [`action:${id("e")}`]: action,
      "plan:aim": { id: "aim", text: "Less alone", version: 1 },
      [`ballot:${id("b")}`]: aBallot({
        state: "closed",
        cast: 4,
        totals: { [`card:${id("a")}`]: 3, [`card:${id("c")}`]: 0 },
        voters: { [`card:${id("a")}`]: 2 },
        ranking: [`card:${id("a")}`, `card:${id("c")}`],
      }),
      [`item:${id("x")}`]: anItem("x", { kind: "picture", file: "f", text: "A bench" }),
    },
  });
  const { container } = render(<Paper today={TODAY} />);
  expect(headings()).toEqual([
    "1 Loneliness by the sea",
    "2 Decisions",
    "2 Actions",
    "2 The rest of the plan",
    "3 Our aim",
    "2 How we voted",
    "3 Ideas",
    "2 Ideas",
    "2 Facts",
    "2 Drawings and pictures",
  ]);
  expect(page()).toContain("Printed on 24 November 2026.");
  expect(page()).toContain("3 dots from 2 people");
  expect(page()).toContain("1 card is hidden and is not printed.");
  expect(page()).toContain("Picture: A bench");
  expect(container.querySelector("[lang=ar]")?.textContent).toBe("مقعد");
  expect(container.querySelectorAll("button, a, input, textarea")).toHaveLength(0);
});

test("a result of few people shows no totals on paper either", () => {
  show({ cards: ideas, more: { [`ballot:${id("b")}`]: aBallot({ state: "closed", few: true }) } });
  render(<Paper today={TODAY} />);
  expect(page()).toContain("Fewer than three people voted.");
  expect(screen.queryByRole("table")).toBeNull();
});

test("a workshop that goes on says so on paper", () => {
  show({ cards: ideas });
  render(<Paper today={TODAY} />);
  expect(page()).toContain("The workshop still goes on.");
});
