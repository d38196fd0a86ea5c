import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { drawn, freshDevice, press, type as write } from "../../../testing/page.ts";
import { aCard, aGroup, id, show } from "../../../testing/workshop.ts";
import { MoveTo } from "./move-to.tsx";

const sorting = { phase: { cards: ["theme"], authorship: "none" }, run: { stage: "live" } } as const;
const cards = [aCard("a"), aCard("c"), aCard("d")];

test("a card goes into a group by one press, or into a new one", async () => {
  const line = freshDevice();
  show({ ...sorting, cards, groups: [aGroup("9", { name: "Eat together" })] });
  const close = vi.fn();
  render(<MoveTo card={cards[0] as (typeof cards)[0]} onClose={close} />);
  press("Eat together");
  await drawn();
  expect(line.all("MoveCard")[0]?.fields).toEqual({ id: id("a"), group: id("9"), version: 0 });
  expect(close).toHaveBeenCalledOnce();
  write("A new group", "Outside");
  press("Make this group");
  await drawn();
  expect(line.all("AddGroup")[0]?.fields).toMatchObject({ name: "Outside" });
});

test("a card goes before or after another, to the top and to the end", async () => {
  const line = freshDevice();
  show({ ...sorting, cards });
  render(<MoveTo card={cards[0] as (typeof cards)[0]} onClose={() => {}} />);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "To the top" }).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText("Which card?"), { target: { value: id("d") } });
  press("After it");
  await drawn();
  expect(line.all("Place").length).toBeGreaterThan(0);
});

test("what is refused is said, and the dialog stays", async () => {
  const line = freshDevice();
  line.obliging = false;
  show({ ...sorting, cards, groups: [aGroup("9", { name: "Eat together" })] });
  const close = vi.fn();
  render(<MoveTo card={cards[0] as (typeof cards)[0]} onClose={close} />);
  press("Eat together");
  await drawn();
  line.asked.at(-1)?.answer({ status: "superseded", code: "superseded", say: "" });
  await drawn();
  expect(screen.getByText(/Somebody else changed this/)).toBeTruthy();
  expect(close).not.toHaveBeenCalled();
});
