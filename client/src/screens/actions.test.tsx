import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import { id, show } from "../../testing/workshop.ts";
import type { ActionEntry } from "../protocol.gen.ts";
import { Actions, dateText, ownerAndDate } from "./actions.tsx";

let line: TestLine;
const action: ActionEntry = {
  id: id("d"),
  text: "Ask the library",
  owner: "Ana",
  due: "2026-12-04",
  status: "open",
  versions: { owner: 2 },
};

beforeEach(() => {
  line = freshDevice();
  show({ more: { [`action:${action.id}`]: action } });
});

test("an action says who and by when, and what is missing", () => {
  expect(ownerAndDate(action)).toBe("Ana, by 4 December 2026");
  expect(ownerAndDate({ ...action, owner: "", due: "" })).toBe("Needs an owner, no date yet");
  expect(dateText("")).toBe("");
});

test("an action is added with its owner and date, and the form is empty again", async () => {
  show();
  render(<Actions run={id("1")} />);
  type("What will be done?", "Ask the library");
  type("Who does it?", "Ben");
  type("By when?", "2026-12-04");
  await drawn();
  press("Add action");
  await drawn();
  expect(line.all("AddAction")[0]?.fields).toMatchObject({ text: "Ask the library", owner: "Ben", due: "2026-12-04" });
  expect([box("What will be done?").value, box("Who does it?").value]).toEqual(["", ""]);
});

test("a refused action keeps every word in the form", async () => {
  show();
  line.obliging = false;
  render(<Actions run={id("1")} />);
  type("What will be done?", "Ask the library");
  type("Who does it?", "Ben");
  await drawn();
  press("Add action");
  line.asked[0]?.answer({ status: "refused", code: "board_full", say: "The board is full." });
  await drawn();
  expect(page()).toContain("The board is full.");
  expect([box("What will be done?").value, box("Who does it?").value]).toEqual(["Ask the library", "Ben"]);
});

test("each field is changed by itself, with its own version", async () => {
  render(<Actions run={id("1")} />);
  const owner = document.querySelector<HTMLInputElement>("details input") as HTMLInputElement;
  owner.value = "Ben";
  owner.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
  press("Save");
  expect(line.all("ChangeAction")[0]?.fields).toEqual({ id: action.id, field: "owner", value: "Ben", version: 2 });
});

test("an action is removed", () => {
  render(<Actions run={id("1")} />);
  press("Remove this action");
  expect(line.all("RemoveAction")).toHaveLength(1);
});
