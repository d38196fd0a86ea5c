import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import type { TestLine } from "../../testing/line.ts";
import { box, button, drawn, enter, freshDevice, page, press, type } from "../../testing/page.ts";
import { id, show } from "../../testing/workshop.ts";
import { writing } from "../own/kept.ts";
import { Always, doneWith } from "./always.tsx";

let line: TestLine;

beforeEach(() => {
  line = freshDevice();
  doneWith.value = "";
});

test("a worry is kept in one tap, for the worry run, and the place closes again", async () => {
  show({ head: { keeping: true } });
  render(<Always leads={false} />);
  press("Keep a worry for later");
  await drawn();
  enter("Your worry", "Too loud");
  await drawn();
  expect(line.all("AddCard")[0]?.fields).toMatchObject({ run: id("2"), kind: "caution", text: "Too loud", signed: "" });
  expect(document.activeElement).toBe(button("Keep a worry for later"));
});

test("an agenda that shows no worries keeps none", () => {
  show({ run: { stage: "live" } });
  expect(render(<Always leads={false} />).container.textContent).toBe("");
});

test("a new step closes an empty place, and leaves one with words in it", async () => {
  show({ head: { keeping: true } });
  render(<Always leads={false} />);
  press("Keep a worry for later");
  await drawn();
  show({ head: { keeping: true }, run: { id: id("3") } });
  await drawn();
  press("Keep a worry for later");
  await drawn();
  type("Your worry", "Half a worry");
  show({ head: { keeping: true }, run: { id: id("4") } });
  await drawn();
  expect(box("Your worry").value).toBe("Half a worry");
});

test("I'm done is there while nobody sees what is written, and can be taken back", async () => {
  show({ run: { id: id("8") } });
  render(<Always leads={false} />);
  press("I'm done");
  await drawn();
  press("✓ I'm done");
  expect(line.all("MarkDone").map((one) => one.fields)).toEqual([
    { run: id("8"), done: true },
    { run: id("8"), done: false },
  ]);
});

test("E15: when no facilitator is there, people are told that all goes on", () => {
  show({ run: { stage: "live" }, room: { facilitator_here: false } });
  render(<Always leads={false} />);
  expect(page()).toContain("The facilitator is away.");
});

test("what the server did not take is not shown as done", async () => {
  line.obliging = false;
  show({ run: { id: id("6") } });
  render(<Always leads={false} />);
  press("I'm done");
  await drawn();
  expect(button("✓ I'm done")).toBeTruthy();
  line.all("MarkDone").at(-1)?.answer({ status: "refused", code: "too_late", say: "No." });
  await drawn();
  expect(button("I'm done").getAttribute("aria-pressed")).toBe("false");
});

test("beside keeping a worry stands how to close the place without it", async () => {
  show({ head: { keeping: true } });
  render(<Always leads={false} />);
  press("Keep a worry for later");
  await drawn();
  press("Close");
  await drawn();
  expect([page().includes("Your worry"), document.activeElement]).toEqual([false, button("Keep a worry for later")]);
});

test("E13: where another tab writes, nobody says from here that they are done", () => {
  show();
  writing.value = false;
  render(<Always leads={false} />);
  expect(button("I'm done").disabled).toBe(true);
});

test("in a small group it is said once that others may guess: where the step has not said it", async () => {
  show({ head: { keeping: true }, run: { stage: "live" }, room: { small: true } });
  render(<Always leads={false} />);
  press("Keep a worry for later");
  await drawn();
  expect(page()).toContain("You are a small group.");
  show({ head: { keeping: true }, run: { stage: "write" }, room: { small: true } });
  await drawn();
  expect(page()).not.toContain("You are a small group.");
});
