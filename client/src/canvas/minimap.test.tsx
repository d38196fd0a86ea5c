import { fireEvent, render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { aBoard } from "../../testing/board.ts";
import { aCard, show } from "../../testing/workshop.ts";
import { Minimap } from "./minimap.tsx";

test("a tap on the small board goes there, as large as before", () => {
  show({ cards: [..."abcdef"].map((one) => aCard(one)) });
  const on = aBoard();
  const { container } = render(<Minimap on={on} />);
  const before = on.camera();
  fireEvent.pointerDown(container.firstElementChild as Element, { clientX: 140, clientY: 80 });
  expect(on.camera().scale).toBe(before.scale);
  expect(on.camera()).not.toEqual(before);
  on.close();
});
