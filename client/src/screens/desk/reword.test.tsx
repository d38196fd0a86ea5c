import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { cardEntry, id, listen, show } from "../../../testing/workshop.ts";
import { matching, Reword } from "./reword.tsx";

const cards = [cardEntry("e1", "Tee on the pier", { wording: 4 }), cardEntry("e2", "Lift club")];

test("cards are found by any of their words, in any case, and none before something is typed", () => {
  expect(matching(cards, "PIER").map((card) => card.id)).toEqual([id("e1")]);
  expect(matching(cards, "  ")).toEqual([]);
});

test("E23: a slip is put right over the version that was seen", async () => {
  const asked = listen();
  show({ cards });
  render(<Reword />);
  fireEvent.input(screen.getByLabelText("Find a card"), { target: { value: "pier" } });
  fireEvent.click(screen.getByRole("radio", { name: "Tee on the pier" }));
  fireEvent.input(screen.getByLabelText("Its words"), { target: { value: "Tea on the pier" } });
  fireEvent.click(screen.getByRole("button", { name: "Save the new words" }));
  expect(await screen.findByText("The new words are saved.")).toBeTruthy();
  expect(asked).toEqual([["RewordCard", { id: id("e1"), text: "Tea on the pier", version: 4 }]]);
});

test("a refusal keeps what was typed", async () => {
  listen(() => ({ status: "refused", code: "on_ballot", say: "This has been put to the vote." }));
  show({ cards });
  render(<Reword />);
  fireEvent.input(screen.getByLabelText("Find a card"), { target: { value: "pier" } });
  fireEvent.click(screen.getByRole("radio", { name: "Tee on the pier" }));
  fireEvent.input(screen.getByLabelText("Its words"), { target: { value: "Tea" } });
  fireEvent.click(screen.getByRole("button", { name: "Save the new words" }));
  expect(await screen.findByText("This has been put to the vote.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("Its words").value).toBe("Tea");
});
