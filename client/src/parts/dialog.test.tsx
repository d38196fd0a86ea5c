import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { Dialog } from "./dialog.tsx";

test("an open dialog has its title for a name and shows what is in it", () => {
  render(
    <Dialog open title="Who is here?" onClose={() => {}}>
      <p>Three people</p>
    </Dialog>,
  );
  const dialog = screen.getByRole<HTMLDialogElement>("dialog", { name: "Who is here?" });
  expect(dialog.open).toBe(true);
  expect(screen.getByText("Three people")).toBeTruthy();
});

test("the closing button and the Escape key both ask to close", () => {
  const closed = vi.fn();
  render(
    <Dialog open title="Invite" onClose={closed}>
      <p>Link</p>
    </Dialog>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  screen.getByRole<HTMLDialogElement>("dialog").close();
  expect(closed).toHaveBeenCalledTimes(2);
});

test("a closed dialog holds nothing", () => {
  const { container, rerender } = render(
    <Dialog open title="Invite" onClose={() => {}}>
      <p>Link</p>
    </Dialog>,
  );
  rerender(
    <Dialog open={false} title="Invite" onClose={() => {}}>
      <p>Link</p>
    </Dialog>,
  );
  expect(container.querySelector("dialog")?.open).toBe(false);
  expect(screen.queryByText("Link")).toBeNull();
});
