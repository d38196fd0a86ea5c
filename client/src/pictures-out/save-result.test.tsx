import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshDevice } from "../../testing/page.ts";
import { aBallot, aCard, id, show } from "../../testing/workshop.ts";
import { resultRows } from "../screens/result.tsx";
import { entries } from "../workshop.ts";
import SaveResult from "./save-result.tsx";

const saved = vi.hoisted(() => ({ save: vi.fn() }));
vi.mock("../http.ts", async (real) => ({ ...(await real<object>()), save: saved.save }));

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};

const A = `card:${id("a")}`;
const closed = aBallot({ state: "closed", cast: 4, totals: { [A]: 3 }, voters: { [A]: 2 }, ranking: [A], chosen: [A] });

beforeEach(() => {
  freshDevice();
  show({ ballot: closed, cards: [aCard("a")] });
});
afterEach(() => saved.save.mockClear());

test("the result is saved as a picture that says in words what came of the vote", async () => {
  render(<SaveResult at={closed} rows={resultRows(entries.value, closed, [])} />);
  fireEvent.click(screen.getByRole("button", { name: "Save the result as a picture" }));
  fireEvent.click(screen.getByRole("button", { name: "As SVG", hidden: true }));
  await vi.waitFor(() => expect(saved.save).toHaveBeenCalled());
  const [file, name] = saved.save.mock.calls[0] as [Blob, string];
  expect(name).toBe("Loneliness by the sea, result.svg");
  expect(await file.text()).toContain("Idea a: 3 dots from 2 people (chosen)");
});
