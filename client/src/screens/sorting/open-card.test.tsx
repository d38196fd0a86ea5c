import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { drawn, freshDevice, press } from "../../../testing/page.ts";
import { aCard, id, show } from "../../../testing/workshop.ts";
import OpenCard from "./open-card.tsx";
import { openCard } from "./opened.ts";

test("the dialog stays open while its card goes elsewhere, leads on to moving, and closes with the card", async () => {
  freshDevice();
  const sorting = { phase: { cards: ["theme"], authorship: "none" }, run: { stage: "live" } } as const;
  show({ ...sorting, cards: [aCard("a"), aCard("c")] });
  render(<OpenCard />);
  openCard(id("a"));
  await screen.findByRole("dialog", { name: "This card" });
  show({ ...sorting, cards: [aCard("a", { group: id("9") }), aCard("c")] });
  await drawn();
  press("Move to…");
  await screen.findByRole("dialog", { name: "Move this card" });
  show({ ...sorting, cards: [aCard("c")] });
  await drawn();
  expect(screen.queryByRole("dialog")).toBeNull();
});
