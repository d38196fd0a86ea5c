import { render } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { box, drawn, page, press, type } from "../../testing/page.ts";
import { aCard, id, show } from "../../testing/workshop.ts";
import { Find } from "./find.tsx";
import { found } from "./finding.ts";

test("what is found is counted, marked, and one goes there", async () => {
  show({ cards: [aCard("a", { text: "Benches" }), aCard("c", { text: "Boats" })] });
  const go = vi.fn();
  render(<Find onGo={go} onClose={() => {}} />);
  type("What are you looking for?", "bench");
  await drawn();
  expect(page()).toContain("1 thing has these words.");
  expect([...found.value]).toEqual([`card:${id("a")}`]);
  press("Idea: Benches.");
  expect(go).toHaveBeenCalledWith(`card:${id("a")}`);
});

test("one types at once; where nothing has the words, that is said", async () => {
  show({ cards: [aCard("a")] });
  render(<Find onGo={() => {}} onClose={() => {}} />);
  expect(document.activeElement).toBe(box("What are you looking for?"));
  type("What are you looking for?", "submarine");
  await drawn();
  expect(page()).toContain("Nothing has these words.");
});
