import { expect, test } from "vitest";
import { aCard, aRun, id, show } from "../../testing/workshop.ts";
import { areaPiece, placeArea } from "./area.tsx";

test("a column says its hat in words, how much lies in it, and what was put away", () => {
  show({ cards: [aCard("a"), aCard("c", { run: id("7") })], runs: [aRun({ id: id("7"), tucked: true })] });
  const piece = areaPiece("area:idea");
  placeArea(piece, "area:idea");
  expect(piece.textContent).toContain("Ideas1 idea");
  expect(piece.textContent).toContain("1 more was put away");
  expect([piece.dataset.hat, piece.style.transform]).toEqual(["green", "translate(0px, 0px)"]);
});

test("a column that is not there is left as it is", () => {
  show();
  const piece = areaPiece("area:gap");
  placeArea(piece, "area:gap");
  expect(piece.textContent).toBe("");
});

test("an empty column that people write for now says that it is shown later", () => {
  show({ phase: { cards: ["idea"] }, run: { stage: "write" } });
  const piece = areaPiece("area:idea");
  placeArea(piece, "area:idea");
  expect(piece.textContent).toContain("shown to nobody until everyone's cards are shown");
  show({ phase: { cards: ["idea"] }, run: { stage: "write" }, cards: [aCard("a")] });
  placeArea(piece, "area:idea");
  expect(piece.textContent).not.toContain("shown to nobody");
});
