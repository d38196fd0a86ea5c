import { fireEvent, render, screen } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { aBoard } from "../../testing/board.ts";
import { showDrawn } from "../../testing/items.ts";
import { freshDevice } from "../../testing/page.ts";
import { anEntered } from "../../testing/workshop.ts";
import { momentsOn } from "../moments.ts";
import { CallButton } from "./call-button.tsx";
import { sentence } from "./moves.ts";

const leads = { entered: anEntered({ role: "facilitator" }) };
beforeEach(() => {
  document.body.replaceChildren();
  momentsOn(freshDevice());
});

test("whoever leads asks all to look, and reads that it was asked", () => {
  const line = freshDevice();
  momentsOn(line);
  const emit = vi.spyOn(line, "emit");
  showDrawn([], leads);
  render(<CallButton on={aBoard()} />);
  fireEvent.click(screen.getByRole("button", { name: "Everyone look here" }));
  expect(emit).toHaveBeenCalledWith("moment", { kind: "look", x: 0, y: 0, width: 1000, height: 600 });
  expect(sentence.value).toBe("Everyone is asked to look where you look.");
});

test("nobody else has the button, and nobody has it while people write unseen", () => {
  showDrawn();
  const first = render(<CallButton on={aBoard()} />);
  expect(screen.queryByRole("button")).toBeNull();
  first.unmount();
  showDrawn([], { ...leads, run: { stage: "write" } });
  render(<CallButton on={aBoard()} />);
  expect(screen.queryByRole("button")).toBeNull();
});
