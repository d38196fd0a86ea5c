import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import Start from "./start.tsx";

afterEach(() => vi.unstubAllGlobals());

test("the first page says what this is, with one button to begin and a way to join", () => {
  render(<Start />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Think together, one way at a time");
  expect(screen.getAllByRole("button").map((one) => one.textContent)).toEqual(["Set up a workshop"]);
  expect(screen.getByRole("link", { name: "Join with a code" }).getAttribute("href")).toBe("/join");
});

test("the button leads to the form, and back", async () => {
  vi.stubGlobal("fetch", async (path: string) =>
    Response.json(path.startsWith("/api/agendas") ? [] : { creation: "anyone" }),
  );
  render(<Start />);
  fireEvent.click(screen.getByRole("button", { name: "Set up a workshop" }));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("A new workshop");
  fireEvent.click(await screen.findByRole("button", { name: "Back" }));
  expect(screen.getByRole("button", { name: "Set up a workshop" })).toBeTruthy();
});
