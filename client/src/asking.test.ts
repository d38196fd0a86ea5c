import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TestLine } from "../testing/line.ts";
import { ask, heardEpoch, lineDown, lineUp, onAnswer, unanswered } from "./asking.ts";
import { closeDevice, openDevice, saved, writing } from "./own/kept.ts";
import { outbox } from "./own/outbox.ts";

let line: TestLine;

function up() {
  line = new TestLine();
  line.connected = true;
  lineUp(line);
}

beforeEach(() => {
  vi.useFakeTimers();
  outbox.value = [];
  up();
});
afterEach(() => {
  for (const one of line.asked) one.answer({ status: "ok" });
  closeDevice();
  lineDown();
  writing.value = true;
  vi.useRealTimers();
});

const NAME = { name: "Ana" };

test("an answered command leaves the outbox and resolves", async () => {
  const answer = ask("ChangeName", NAME);
  expect(unanswered.value).toBe(1);
  line.asked[0]?.answer({ status: "ok" });
  expect(await answer).toEqual({ status: "ok" });
  expect(unanswered.value).toBe(0);
});

test("what is asked without a line is sent when there is one, in order", () => {
  lineDown();
  void ask("ChangeName", { name: "A" });
  void ask("MarkDone", { run: "1", done: true });
  void ask("ChangeName", { name: "B" });
  expect(line.asked).toHaveLength(0);
  up();
  expect(line.all("ChangeName").map((one) => one.fields.name)).toEqual(["A", "B"]);
  expect(line.all("MarkDone")).toHaveLength(1);
});

test("a command whose answer was lost is sent again, and one answer settles it", async () => {
  const answer = ask("ChangeName", NAME);
  lineDown();
  const before = line;
  up();
  expect(line.all("ChangeName")).toHaveLength(1);
  line.asked[0]?.answer({ status: "ok" });
  before.asked[0]?.answer({ status: "ok" });
  expect(await answer).toEqual({ status: "ok" });
});

test("a line that is up and silent is asked again", () => {
  void ask("ChangeName", NAME);
  vi.advanceTimersByTime(8_100);
  expect(line.all("ChangeName")).toHaveLength(2);
});

test("a server that is busy is asked again after a moment; the writer hears nothing of it", async () => {
  const answer = ask("ChangeName", NAME);
  line.asked[0]?.answer({ status: "refused", code: "too_fast", say: "A lot at once." });
  expect(unanswered.value).toBe(1);
  vi.advanceTimersByTime(2_000);
  line.asked[1]?.answer({ status: "ok" });
  expect(await answer).toEqual({ status: "ok" });
});

test("what was written waits on the device, a press on a button only on the page", () => {
  lineDown();
  void ask("AddGroup", { id: "1", run: "1", name: "Sea" });
  void ask("NextPhase", { run: "1", version: 0 });
  expect(outbox.value.map((one) => one.command)).toEqual(["AddGroup"]);
  expect(unanswered.value).toBe(2);
});

test("answers to what was asked before a reload are heard, too", () => {
  lineDown();
  outbox.value = [{ nr: "x", command: "WithdrawCard", fields: { id: "c", key: "k" } }];
  const heard = vi.fn();
  const stop = onAnswer(heard);
  up();
  line.asked[0]?.answer({ status: "refused", code: "no_such_card", say: "Gone." });
  expect(heard).toHaveBeenCalledWith(
    expect.objectContaining({ command: "WithdrawCard" }),
    expect.objectContaining({ say: "Gone." }),
  );
  stop();
});

test("E13: a tab that takes over sends what the other tab wrote and had no answer to", () => {
  writing.value = false;
  // What `own/tab.ts` does: reads the device again, then writes.
  outbox.value = [{ nr: "x", command: "AddCard", fields: { id: "c", text: "Finished in the second tab" } }];
  expect(line.asked).toHaveLength(0);
  writing.value = true;
  expect(line.all("AddCard").map((one) => one.fields.text)).toEqual(["Finished in the second tab"]);
  line.asked[0]?.answer({ status: "ok" });
  expect(outbox.value).toEqual([]);
});

test("a command is still in the outbox while its answer is taken in, so that closing the tab there loses nothing", () => {
  let left = 0;
  const stop = onAnswer(() => {
    left = outbox.value.length;
  });
  void ask("ChangeName", NAME);
  line.asked[0]?.answer({ status: "ok" });
  expect([left, outbox.value.length]).toEqual([1, 0]);
  stop();
});

test("E13: a tab that only reads sends nothing", async () => {
  writing.value = false;
  expect(await ask("ChangeName", NAME)).toMatchObject({ code: "other_tab", say: "You are writing in another tab" });
  expect(line.asked).toHaveLength(0);
});

test("what was saved in the last minute is offered again to a server that has lost it, in order, before what waits", () => {
  heardEpoch("1");
  void ask("AddGroup", { id: "1", run: "1", name: "Old" });
  line.asked[0]?.answer({ status: "ok" });
  vi.advanceTimersByTime(61_000);
  void ask("AddGroup", { id: "2", run: "1", name: "Sea" });
  void ask("MarkDone", { run: "1", done: true });
  line.asked[1]?.answer({ status: "ok" });
  line.asked[2]?.answer({ status: "ok" });
  lineDown();
  void ask("RenameGroup", { id: "2", name: "Shore", version: 0 });
  heardEpoch("1");
  expect(unanswered.value).toBe(1);
  heardEpoch("2");
  up();
  expect(line.asked.map((one) => one.command)).toEqual(["AddGroup", "RenameGroup"]);
  expect(line.asked[0]?.fields.name).toBe("Sea");
});

test("nothing of one workshop is offered to the next", () => {
  void ask("AddGroup", { id: "1", run: "1", name: "Sea" });
  line.asked[0]?.answer({ status: "ok" });
  heardEpoch("1");
  closeDevice();
  heardEpoch("2");
  heardEpoch("3");
  expect(outbox.value).toEqual([]);
});

test("what was saved in the last minute is offered over a reload of the page, too", async () => {
  vi.useRealTimers();
  await openDevice("one", true);
  heardEpoch("1");
  void ask("AddGroup", { id: "1", run: "1", name: "Sea" });
  line.asked[0]?.answer({ status: "ok" });
  await saved();
  closeDevice();
  await openDevice("one", true);
  up();
  heardEpoch("2");
  expect(line.asked.map((one) => one.fields.name)).toEqual(["Sea"]);
});

test("what somebody else changed since is not offered as if it were new: whoever asked hears nothing of it", () => {
  const heard: string[] = [];
  const end = onAnswer((_asked, answer) => heard.push(answer.status));
  heardEpoch("1");
  void ask("RenameGroup", { id: "1", name: "Shore", version: 0 });
  line.asked[0]?.answer({ status: "ok" });
  heardEpoch("2");
  line.asked[1]?.answer({ status: "superseded", code: "superseded", say: "Somebody changed it." });
  expect(heard).toEqual(["ok"]);
  expect(unanswered.value).toBe(0);
  end();
});

const BUSY = { status: "refused", code: "saving_paused", say: "Saving is paused." };

test("what is asked about the same thing waits behind what a busy server has put off, in order", () => {
  void ask("AddGroup", { id: "1", run: "1", name: "Sea" });
  line.asked[0]?.answer(BUSY);
  void ask("RenameGroup", { id: "1", name: "Shore", version: 0 });
  void ask("RemoveGroup", { id: "1" });
  void ask("AddGroup", { id: "2", run: "1", name: "Hill" });
  expect(line.asked.map((one) => one.fields.id)).toEqual(["1", "2"]);
  vi.advanceTimersByTime(2_000);
  expect(line.asked.map((one) => one.command)).toEqual(["AddGroup", "AddGroup", "AddGroup"]);
  line.asked[2]?.answer({ status: "ok" });
  expect(line.asked.slice(3).map((one) => one.command)).toEqual(["RenameGroup", "RemoveGroup"]);
});

test("what waits behind a busy answer waits over a break of the line, too", () => {
  void ask("AddGroup", { id: "1", run: "1", name: "Sea" });
  line.asked[0]?.answer(BUSY);
  void ask("RenameGroup", { id: "1", name: "Shore", version: 0 });
  lineDown();
  up();
  expect(line.asked.map((one) => one.command)).toEqual(["AddGroup"]);
  line.asked[0]?.answer({ status: "ok" });
  expect(line.asked.map((one) => one.command)).toEqual(["AddGroup", "RenameGroup"]);
});

test("a refusal that overtook what it builds on does not count: it is asked again afterwards", async () => {
  void ask("AddGroup", { id: "1", run: "1", name: "Sea" });
  const renamed = ask("RenameGroup", { id: "1", name: "Shore", version: 0 });
  line.asked[0]?.answer(BUSY);
  line.asked[1]?.answer({ status: "refused", code: "no_such_group", say: "Gone." });
  expect(unanswered.value).toBe(2);
  vi.advanceTimersByTime(2_000);
  line.asked[2]?.answer({ status: "ok" });
  expect(line.asked).toHaveLength(4);
  line.asked[3]?.answer({ status: "ok" });
  expect(await renamed).toEqual({ status: "ok" });
});

test("no text leaves with half a sign, which no server could read", () => {
  void ask("ChangeName", { name: "Ana \uD83C" });
  expect(line.all("ChangeName")[0]?.fields.name).toBe("Ana \uFFFD");
});

test("E34: in a slowed room a card waits and is sent again, and its writer is told nothing bad", async () => {
  const fields = { id: "1", run: "1", kind: "idea", verifier: "v", text: "Sea", signed: "", target: "" } as const;
  const answer = ask("AddCard", fields);
  line.asked[0]?.answer({ status: "refused", code: "slow_room", say: "One card every 20 seconds." });
  vi.advanceTimersByTime(2_000);
  expect(line.asked).toHaveLength(1);
  vi.advanceTimersByTime(2_000);
  line.asked[1]?.answer({ status: "ok" });
  expect(await answer).toEqual({ status: "ok" });
});

test("a drawing waits on the device over a reload as a card does", () => {
  lineDown();
  void ask("AddItem", { id: "i", run: "r", kind: "pen", x: 0, y: 0, points: [0, 0, 50] });
  expect(outbox.value.map((one) => one.command)).toEqual(["AddItem"]);
});
