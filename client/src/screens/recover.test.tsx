import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import Recover from "./recover.tsx";

afterEach(() => vi.unstubAllGlobals());

const open = () => fireEvent.click(screen.getByRole("button", { name: "Open the workshop" }));

test("nothing is sent before a code was typed, and the field says what is missing", () => {
  const fetched = vi.fn();
  vi.stubGlobal("fetch", fetched);
  render(<Recover />);
  open();
  expect(screen.getByText("Please type the code first.")).toBeTruthy();
  expect(screen.getByLabelText("Code for you alone").getAttribute("aria-invalid")).toBe("true");
  expect(fetched).not.toHaveBeenCalled();
});

test("a wrong code is answered beside the field, and stays there to be put right", async () => {
  const say = "This key does not open the workshop. Please check the link or the code.";
  const bodies: unknown[] = [];
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    bodies.push(JSON.parse(String(init.body)).recovery_code);
    return Response.json({ code: "bad_key", say }, { status: 403 });
  });
  render(<Recover />);
  const box = screen.getByLabelText<HTMLInputElement>("Code for you alone");
  fireEvent.input(box, { target: { value: " 7QX2-MK4D-0RTA-93PE " } });
  open();
  expect(await screen.findByText(say)).toBeTruthy();
  expect(box.value).toBe(" 7QX2-MK4D-0RTA-93PE ");
  expect(bodies).toEqual(["7QX2-MK4D-0RTA-93PE"]);
});
