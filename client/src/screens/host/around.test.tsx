import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { meeting, silent } from "../../hosts/meeting.ts";
import Around from "./around.tsx";

test("where nothing tells which meeting this is there is a box for the code, and one's call stays open", async () => {
  render(<Around />);
  await screen.findByRole("heading", { name: "Come in" });
  expect(screen.getByRole("textbox", { name: "Join code" })).toBeTruthy();
  expect(screen.getByText("Your call stays open behind this.")).toBeTruthy();
  expect([meeting.value.kind, silent.value]).toEqual(["plain", false]);
});
