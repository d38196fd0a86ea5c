import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { drawn, freshDevice, page, press } from "../../../testing/page.ts";
import { aBallot, aCard, id, show, showLed } from "../../../testing/workshop.ts";
import { CardDialog } from "./card-dialog.tsx";

const close = () => {};
const card = aCard("a", { text: "About Pat" });

test("E33: those who lead hide a card for one of a few reasons, and read what all will read", () => {
  const asked = listen();
  showLed({ cards: [card] });
  render(<CardDialog card={card} open onClose={close} />);
  expect(page()).toContain("Nobody can see who wrote it. You cannot either.");
  fireEvent.click(screen.getByRole("radio", { name: "About a person" }));
  press("Hide this card");
  expect(asked).toEqual([["HideCard", { id: card.id, reason: "person", version: 0 }]]);
});

test("E31: it is said before that the open vote will stop", () => {
  showLed({ cards: [card], run: { stage: "vote" }, ballot: aBallot() });
  render(<CardDialog card={card} open onClose={close} />);
  expect(page()).toContain("The clock will stop, and dots on it are free again.");
});

test("E33: a hidden card is brought back with the words that were read", () => {
  const asked = listen();
  const bare = aCard("a", { text: "", hidden: "person", hidden_version: 1 });
  const words = { id: bare.id, text: "About Pat", signed: "", wording: 2 };
  showLed({ cards: [bare], more: { [`hidden:${bare.id}`]: words } });
  render(<CardDialog card={bare} open onClose={close} />);
  expect(page()).toContain("About Pat");
  press("Bring it back");
  expect(asked).toEqual([["ShowCard", { id: bare.id, version: 1, wording: 2 }]]);
});

test("a card that was asked about can be found fine", () => {
  const asked = listen();
  showLed({ cards: [card], more: { [`flag:${card.id}`]: { id: card.id, wording: 0 } } });
  render(<CardDialog card={card} open onClose={close} />);
  press("It can stay");
  expect(asked).toEqual([["LookedAt", { id: card.id, wording: 0 }]]);
});

test("somebody who takes part asks for a look, once for these words, and may ask for a talk", async () => {
  const line = freshDevice();
  show({ cards: [card], entered: { support: "Call 0800" }, room: { leading: "Fay" } });
  render(<CardDialog card={card} open onClose={close} />);
  expect(page()).toContain("You can ask Fay to look at it. Nobody learns who asked");
  expect(page()).toContain("If you need help: Call 0800");
  press("Ask them to look at this");
  await drawn();
  expect(line.asked.map((one) => [one.command, one.fields])).toEqual([["FlagCard", { id: card.id, wording: 0 }]]);
  expect(page()).toContain("You asked for a look at this card.");
  expect(screen.queryByRole("button", { name: "Ask them to look at this" })).toBeNull();
  press("Ask for a talk");
  await drawn();
  expect(page()).toContain("Those who lead can see that it is you.");
});

test("in a small group it is said that they may guess", () => {
  freshDevice();
  const other = aCard("c");
  show({ cards: [other], room: { small: true } });
  render(<CardDialog card={other} open onClose={close} />);
  expect(page()).toContain("They may guess who asked.");
  expect(id("c")).toBe(other.id);
});
