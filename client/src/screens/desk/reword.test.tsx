import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { aCard, id, showLed } from "../../../testing/workshop.ts";
import { matching, Reword } from "./reword.tsx";

const cards = [aCard("a", { text: "Tee on the pier", wording: 4 }), aCard("c", { text: "Lift club" })];

test("cards are found by any of their words, in any case, and none before something is typed", () => {
  expect(matching(cards, "PIER").map((card) => card.id)).toEqual([id("a")]);
  expect(matching(cards, "  ")).toEqual([]);
});

test("E23: whoever leads changes the words of a card, over the version that was seen", async () => {
  const asked = listen();
  showLed({ cards });
  render(<Reword />);
  fireEvent.input(screen.getByLabelText("Find a card"), { target: { value: "pier" } });
  fireEvent.click(screen.getByRole("radio", { name: "Tee on the pier" }));
  fireEvent.input(screen.getByLabelText("Its words"), { target: { value: "Tea on the pier" } });
  fireEvent.click(screen.getByRole("button", { name: "Save the new words" }));
  expect(await screen.findByText("The new words are saved.")).toBeTruthy();
  expect(asked).toEqual([["RewordCard", { id: id("a"), text: "Tea on the pier", version: 4 }]]);
});

test("a refusal keeps what was typed", async () => {
  listen(() => ({ status: "refused", code: "on_ballot", say: "This has been put to the vote." }));
  showLed({ cards });
  render(<Reword />);
  fireEvent.input(screen.getByLabelText("Find a card"), { target: { value: "pier" } });
  fireEvent.click(screen.getByRole("radio", { name: "Tee on the pier" }));
  fireEvent.input(screen.getByLabelText("Its words"), { target: { value: "Tea" } });
  fireEvent.click(screen.getByRole("button", { name: "Save the new words" }));
  expect(await screen.findByText("This has been put to the vote.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("Its words").value).toBe("Tea");
});
