import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { anItem, showDrawn } from "../../testing/items.ts";
import { drawn, freshDevice, press } from "../../testing/page.ts";
import Drawings from "./drawings.tsx";

test("drawings can be read in the list, described and taken away", async () => {
  const line = freshDevice();
  showDrawn([anItem("a", { kind: "pen", points: [0, 0, 50] })]);
  render(<Drawings />);
  expect(screen.getByRole("heading", { name: "Drawings and pictures" })).toBeTruthy();
  expect(screen.getByText("Nobody has said yet what it shows.")).toBeTruthy();
  press("Say what it shows: Drawing");
  expect(screen.getByLabelText("In a few words")).toBeTruthy();
  press("Take away: Drawing");
  await drawn();
  expect(line.all("RemoveItem").length).toBe(1);
});

test("where nothing may be drawn the list is for reading", () => {
  freshDevice();
  showDrawn([anItem("a", { text: "Us" })], { run: { stage: "write" } });
  render(<Drawings />);
  expect(screen.getByText("Box: Us")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
