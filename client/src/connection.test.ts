import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TestLine } from "../testing/line.ts";
import { aCard, id } from "../testing/workshop.ts";
import { ask } from "./asking.ts";
import { connect, disconnect, outdated, slow, status } from "./connection.ts";
import { outbox } from "./own/outbox.ts";
import { PROTOCOL_VERSION } from "./protocol.gen.ts";
import { cards, room, session } from "./workshop.ts";

let line: TestLine;
const card = (letter: string) => ({ [`card:${id(letter)}`]: aCard(letter) });
const texts = () => cards.value.map((one) => one.text);

beforeEach(() => {
  vi.useFakeTimers();
  outbox.value = [];
  line = new TestLine();
  connect("token", () => line);
});
afterEach(() => {
  disconnect();
  vi.useRealTimers();
});

function enter(number = 1, view: Record<string, unknown> = {}) {
  line.open({ number, view: view as never, protocol: PROTOCOL_VERSION });
}

test("entering fills the page and says that the line is live", () => {
  expect(status.value.kind).toBe("connecting");
  enter(1, card("a"));
  expect(status.value.kind).toBe("live");
  expect(texts()).toEqual(["Idea a"]);
  expect(session.value?.role).toBe("participant");
});

test("patches are applied in order", () => {
  enter(1, card("a"));
  line.say("patch", { from: 1, to: 2, set: card("c"), gone: [] });
  line.say("patch", { from: 2, to: 3, set: {}, gone: [`card:${id("a")}`] });
  expect(texts()).toEqual(["Idea c"]);
});

test("a gap is answered by entering again, and what came meanwhile is not lost", () => {
  enter(1);
  line.say("patch", { from: 5, to: 6, set: card("c"), gone: [] });
  expect(line.enters).toHaveLength(1);
  line.say("patch", { from: 6, to: 7, set: card("d"), gone: [] });
  enter(6, { ...card("a"), ...card("c") });
  expect(texts()).toEqual(["Idea a", "Idea c", "Idea d"]);
});

test("a patch that is already in the view changes nothing", () => {
  enter(3, card("a"));
  line.say("patch", { from: 1, to: 2, set: card("c"), gone: [] });
  expect(texts()).toEqual(["Idea a"]);
  expect(line.enters).toHaveLength(0);
});

test("a frame with only the room changes the room and needs no number", () => {
  enter(3);
  line.say("patch", {
    from: 9,
    to: 9,
    set: {},
    gone: [],
    room: { people: 20, small: false, facilitator_here: true, done: "" },
  });
  expect(room.value?.people).toBe(20);
  expect(line.enters).toHaveLength(0);
});

test("a beat that shows a number ahead of the view enters again", () => {
  enter(3);
  line
    .all("Beat")
    .at(-1)
    ?.answer({ status: "ok", data: { now: 5, number: 4 } });
  vi.advanceTimersByTime(1_100);
  expect(line.enters).toHaveLength(1);
});

test("a broken line comes back by itself, and only after two seconds a sentence says so", () => {
  enter();
  line.break();
  expect(status.value.kind).toBe("waiting");
  expect(slow.value).toBe(false);
  vi.advanceTimersByTime(2_100);
  expect(slow.value).toBe(true);
  vi.advanceTimersByTime(5_000);
  expect(line.connects).toBeGreaterThan(1);
  enter();
  expect([status.value.kind, slow.value]).toEqual(["live", false]);
});

test("everybody comes back at another moment after a restart", () => {
  const waits = new Set<number>();
  const timer = vi.spyOn(globalThis, "setTimeout");
  for (let round = 0; round < 8; round += 1) {
    enter();
    timer.mockClear();
    line.break();
    for (const [, wait] of timer.mock.calls) if (wait !== undefined && wait < 300) waits.add(wait);
  }
  expect(waits.size).toBeGreaterThan(4);
});

test("what was not answered is asked again on the new line", () => {
  enter();
  void ask("ChangeName", { name: "Ana" });
  line.break();
  vi.advanceTimersByTime(5_000);
  expect(line.all("ChangeName")).toHaveLength(1);
  enter();
  expect(line.all("ChangeName")).toHaveLength(2);
});

test("a server that was set back to an older state is offered what was saved in the last minute", () => {
  enter();
  void ask("ChangeName", { name: "Ana" });
  line.all("ChangeName")[0]?.answer({ status: "ok" });
  line.break();
  vi.advanceTimersByTime(5_000);
  line.open({ number: 1, protocol: PROTOCOL_VERSION });
  expect(line.all("ChangeName")).toHaveLength(1);
  line.break();
  vi.advanceTimersByTime(5_000);
  line.open({ number: 1, protocol: PROTOCOL_VERSION, epoch: "2" });
  expect(line.all("ChangeName")).toHaveLength(2);
});

test("a page that is shown again asks at once for the time", () => {
  enter();
  const before = line.all("Beat").length;
  document.dispatchEvent(new Event("visibilitychange"));
  expect(line.all("Beat")).toHaveLength(before + 1);
});

test("a line that is up but dead is noticed by the beat", () => {
  enter();
  vi.advanceTimersByTime(15_000);
  vi.advanceTimersByTime(8_100);
  expect(status.value.kind).toBe("waiting");
});

test("a token that no longer counts ends the line with the server's sentence", () => {
  line.say("connect_error", { message: "no", data: { code: "bad_token", say: "Please join again." } });
  expect(status.value).toEqual({ kind: "out", say: "Please join again.", why: "bad_token" });
  const before = line.connects;
  vi.advanceTimersByTime(60_000);
  expect(line.connects).toBe(before);
});

test("a server that shuts down is waited for; being signed out is not", () => {
  enter();
  line.say("farewell", { reason: "shutting_down", say: "Back in a moment." });
  expect(status.value.kind).toBe("live");
  line.say("farewell", { reason: "signed_out", say: "Signed out." });
  expect(status.value.kind).toBe("out");
});

test("a newer server is reloaded for once; if that did not help, the page goes on and says so", () => {
  history.replaceState({ reloadedFor: "newer" }, "");
  line.open({ protocol: "newer" });
  expect(outdated.value).toBe(true);
  expect(status.value.kind).toBe("live");
  outdated.value = false;
  history.replaceState(null, "");
});

test("where a WebSocket does not come through, the next attempt begins with polling", () => {
  line.say("connect_error", { message: "timeout" });
  expect(line.io.opts.transports[0]).toBe("polling");
  vi.advanceTimersByTime(5_000);
  expect(line.connects).toBe(2);
  line.say("connect_error", { message: "xhr poll error" });
  expect(line.io.opts.transports[0]).toBe("websocket");
});

test("a server that is busy when one enters is tried again; one is not thrown out", () => {
  line.connected = true;
  line.say("connect");
  line.enters.pop()?.({ status: "refused", code: "saving_paused", say: "Saving is paused." });
  expect(status.value.kind).toBe("waiting");
  vi.advanceTimersByTime(5_000);
  expect(line.connects).toBe(2);
  enter(1, card("a"));
  expect([status.value.kind, texts()]).toEqual(["live", ["Idea a"]]);
});

test("a workshop that is not there ends the line with the server's sentence", () => {
  line.connected = true;
  line.say("connect");
  line.enters.pop()?.({ status: "refused", code: "no_such_workshop", say: "Not here." });
  expect(status.value).toEqual({ kind: "out", say: "Not here.", why: "no_such_workshop" });
});
