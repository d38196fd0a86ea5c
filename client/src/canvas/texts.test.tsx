import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { anItem, showDrawn } from "../../testing/items.ts";
import { drawn, freshDevice, press, type } from "../../testing/page.ts";
import { id } from "../../testing/workshop.ts";
import { ItemWords, NewText } from "./texts.tsx";

test("a text is added where it was asked for, and never empty", async () => {
  const line = freshDevice();
  showDrawn();
  let closed = false;
  render(
    <NewText
      at={{ x: 3, y: 4 }}
      onClose={() => {
        closed = true;
      }}
    />,
  );
  press("Add the text");
  expect(screen.getByText("Write some words first.")).toBeTruthy();
  type("Words", "Tea on Friday");
  press("Add the text");
  await drawn();
  expect(line.asked[0]?.fields).toMatchObject({ kind: "text", x: 3, y: 4, text: "Tea on Friday" });
  expect(closed).toBe(true);
});

test("what was typed stays where somebody else was first", async () => {
  const line = freshDevice();
  showDrawn([anItem("a", { kind: "pen", points: [0, 0, 50], version: 2 })]);
  render(<ItemWords at={`item:${id("a")}`} onClose={() => undefined} />);
  line.obliging = false;
  type("In a few words", "A bridge");
  press("Save");
  line.asked[0]?.answer({ status: "superseded", code: "superseded", say: "Somebody was first." });
  await drawn();
  expect(line.asked[0]?.fields).toMatchObject({ version: 2, text: "A bridge" });
  expect(screen.getByLabelText<HTMLTextAreaElement>("In a few words").value).toBe("A bridge");
});
