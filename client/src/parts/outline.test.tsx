import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { OutlineSection } from "./outline.tsx";

test("a part of the board is a region with its heading and a list", () => {
  render(
    <OutlineSection title="Ideas">
      <li>Tea on the pier</li>
      <li>Lift club</li>
    </OutlineSection>,
  );
  expect(screen.getByRole("region", { name: "Ideas" })).toBeTruthy();
  expect(screen.getByRole("heading", { level: 2, name: "Ideas" })).toBeTruthy();
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
});

test("a group inside a hat is one heading deeper", () => {
  render(
    <OutlineSection title="Getting about" level={3}>
      <li>Lift club</li>
    </OutlineSection>,
  );
  expect(screen.getByRole("heading", { level: 3, name: "Getting about" })).toBeTruthy();
});

test("beneath another one it is no landmark, since its name may come again", () => {
  render(
    <OutlineSection title="Ways round" level={3}>
      <li>A blanket</li>
    </OutlineSection>,
  );
  expect(screen.queryByRole("region")).toBeNull();
  expect(screen.getByRole("group", { name: "Ways round" })).toBeTruthy();
});
