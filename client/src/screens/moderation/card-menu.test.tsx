import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { freshDevice, press } from "../../../testing/page.ts";
import { aCard, show } from "../../../testing/workshop.ts";
import OpenCard from "../sorting/open-card.tsx";
import CardMenu from "./card-menu.tsx";

test("a small button with the words of its card opens what can be done", async () => {
  freshDevice();
  const card = aCard("a", { text: "A lunch club" });
  show({ cards: [card] });
  render(
    <>
      <CardMenu card={card} />
      <OpenCard />
    </>,
  );
  press("More about this card: A lunch club");
  expect(await screen.findByRole("dialog", { name: "This card" })).toBeTruthy();
});
