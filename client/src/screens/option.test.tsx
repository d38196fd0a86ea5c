import { render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { freshDevice } from "../../testing/page.ts";
import { aCard, aGroup, id, show } from "../../testing/workshop.ts";
import { Inside, Said } from "./option.tsx";

beforeEach(() => {
  freshDevice();
  show({
    cards: [
      aCard("a", { group: id("9") }),
      aCard("e", { kind: "benefit", target: `group:${id("9")}`, text: "Warm" }),
      aCard("f", { kind: "caution", target: `card:${id("a")}`, text: "Loud" }),
    ],
    groups: [aGroup("9")],
  });
});

test("benefits and cautions stand side by side, each under its heading", () => {
  render(<Said option={`group:${id("9")}`} kinds={["benefit", "caution"]} />);
  expect(screen.getAllByRole("heading").map((one) => one.textContent)).toEqual(["Benefits", "Cautions"]);
});

test("what is about one card of the group says so; what is about the group need not", () => {
  const { container } = render(<Said option={`group:${id("9")}`} kinds={["benefit", "caution"]} />);
  const [warm, loud] = container.querySelectorAll("article");
  expect(warm?.textContent).toBe("Warm");
  expect(loud?.textContent).toBe("LoudAbout: Idea a");
});

test("the cards of a group are one tap away; a card has nothing inside", () => {
  expect(render(<Inside option={`group:${id("9")}`} />).container.textContent).toContain("1 card in this group");
  expect(render(<Inside option={`card:${id("a")}`} />).container.textContent).toBe("");
});
