import { expect, test } from "vitest";
import { aCard, aGroup, aRun, id, show } from "../../testing/workshop.ts";
import { entries } from "../workshop.ts";
import { byHat } from "./hats.ts";

const texts = (list: readonly { readonly text: string }[]) => list.map((card) => card.text);

test("cards stand under their hat, in their groups, and what was put aside stands last", () => {
  show({
    cards: [
      aCard("a", { text: "A choir", group: id("g") }),
      aCard("b", { text: "A bench" }),
      aCard("c", { text: "Put aside", run: id("9") }),
      aCard("d", { kind: "fact", text: "Two buses" }),
      aCard("e", { kind: "fix", text: "Ask the baker" }),
    ],
    more: { [`group:${id("g")}`]: aGroup("g"), [`run:${id("9")}`]: aRun({ id: id("9"), tucked: true }) },
  });
  const hats = byHat(entries.value);
  expect(hats.map((of) => [of.hat, of.kinds.map((one) => one.kind)])).toEqual([
    ["green", ["idea", "fix"]],
    ["white", ["fact"]],
  ]);
  const ideas = hats[0]?.kinds[0];
  expect(ideas?.groups.map((group) => [group.name, texts(group.cards)])).toEqual([["Group g", ["A choir"]]]);
  expect([texts(ideas?.alone ?? []), texts(ideas?.tucked ?? [])]).toEqual([["A bench"], ["Put aside"]]);
});

test("a hidden card is not printed, and a hat with nothing else has no heading", () => {
  show({ cards: [aCard("a", { hidden: "person" }), aCard("d", { kind: "fact" })] });
  expect(byHat(entries.value).map((of) => of.hat)).toEqual(["white"]);
});
