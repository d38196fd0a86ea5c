import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { listen } from "../../../testing/line.ts";
import { ask } from "../../asking.ts";
import { Problem, useActing } from "./acting.tsx";

function Starter() {
  const { act, busy, problem } = useActing();
  return (
    <>
      <button type="button" disabled={busy} onClick={() => void act(ask("StartWorkshop", {}))}>
        Start
      </button>
      <Problem say={problem} />
    </>
  );
}

test("a refusal is said where it was asked, and goes when it is asked again", async () => {
  let answers = 0;
  listen(() =>
    ++answers === 1 ? { status: "refused", code: "wrong_role", say: "Only those who lead." } : { status: "ok" },
  );
  render(<Starter />);
  fireEvent.click(screen.getByRole("button"));
  expect(await screen.findByText("Only those who lead.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button"));
  await new Promise((resolve) => setTimeout(resolve));
  expect(screen.queryByText("Only those who lead.")).toBeNull();
});

test("until the answer comes the button cannot be pressed again", async () => {
  const asked = listen();
  render(<Starter />);
  const button = screen.getByRole<HTMLButtonElement>("button");
  fireEvent.click(button);
  fireEvent.click(button);
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked.length).toBeLessThanOrEqual(2);
  expect(button.disabled).toBe(false);
});
