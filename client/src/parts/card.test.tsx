import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { CardView } from "./card.tsx";

test("a card shows its words as they were typed, never as markup", () => {
  const { container } = render(<CardView text={"<b>tea</b>\nand cake"} hat="green" />);
  expect(container.querySelector("b")).toBeNull();
  expect(container.querySelector(".card-text")?.textContent).toBe("<b>tea</b>\nand cake");
});

test("a card shows its marks and its buttons under the text", () => {
  render(
    <CardView text="Tea on the pier" tags={["signed: Ana", "later"]}>
      <button type="button">Change</button>
    </CardView>,
  );
  const card = screen.getByRole("article");
  expect(card.textContent).toBe("Tea on the piersigned: AnalaterChange");
});

test("a card with a place to jump to can take the focus, another cannot", () => {
  render(
    <>
      <CardView text="one" id="card-1" />
      <CardView text="two" />
    </>,
  );
  const [one, two] = screen.getAllByRole("article");
  expect(one?.getAttribute("tabindex")).toBe("-1");
  expect(two?.hasAttribute("tabindex")).toBe(false);
});
