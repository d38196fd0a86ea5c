import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { Button, IconButton, LinkButton } from "./button.tsx";

test("a button does what it says when it is pressed", () => {
  const pressed = vi.fn();
  render(<Button onClick={pressed}>Go on</Button>);
  fireEvent.click(screen.getByRole("button", { name: "Go on" }));
  expect(pressed).toHaveBeenCalledOnce();
});

test("a button in a form sends it only when it is meant to", () => {
  render(
    <form>
      <Button>Look</Button>
      <Button submit>Send</Button>
    </form>,
  );
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Look" }).type).toBe("button");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Send" }).type).toBe("submit");
});

test("a link to another tab gives that tab no way back to this page", () => {
  render(
    <LinkButton href="/screen/1" newTab>
      Room screen
    </LinkButton>,
  );
  const link = screen.getByRole<HTMLAnchorElement>("link", { name: "Room screen" });
  expect(link.target).toBe("_blank");
  expect(link.rel).toContain("noopener");
});

test("a button with a drawing only has a name", () => {
  render(
    <IconButton label="Close" onClick={() => {}}>
      <svg aria-hidden="true" />
    </IconButton>,
  );
  expect(screen.getByRole("button", { name: "Close" })).toBeTruthy();
});
