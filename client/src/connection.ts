// The line to the server: enter, ask, patches, and coming back quietly after every break.
import { signal } from "@preact/signals";
import { heardEpoch, lineDown, lineUp, type Reply } from "./asking.ts";
import { doubtTime, learnTime } from "./clock.ts";
import { type Line, openLine } from "./line.ts";
import { momentsOn } from "./moments.ts";
import { saved } from "./own/kept.ts";
import {
  type Answer,
  type BeatData,
  type Entered,
  type Farewell,
  type PatchFrame,
  PROTOCOL_VERSION,
} from "./protocol.gen.ts";
import { sayOf } from "./words/refusals.ts";
import { entries, patched, replaceView, room } from "./workshop.ts";

/** `out`: this device is no longer in the workshop; `say` is the server's sentence, `why` its word for it. */
export type Status = {
  readonly kind: "connecting" | "live" | "waiting" | "out";
  readonly say: string;
  readonly why?: string;
};

const BEAT_MS = 15_000;
const BEAT_ANSWER_MS = 8_000;
const LONGEST_WAIT_MS = 3_000;
const QUIET_MS = 2_000;
// This device is not in the workshop, and trying again does not help. Everything else passes: it is tried again.
const FINAL = new Set(["bad_token", "no_such_workshop", "workshop_ended"]);
export const status = signal<Status>({ kind: "connecting", say: "" });
/** True once the line has been down, or something unsent, for two seconds: time for a quiet sentence. */
export const slow = signal(false);
/** A newer server runs than this page was made for, and reloading did not help. */
export const outdated = signal(false);

let line: Line | null = null;
let entered = false;
let entering = false;
let early: PatchFrame[] = [];
let number = -1;
let attempt = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let beating: ReturnType<typeof setInterval> | undefined;
let quiet: ReturnType<typeof setTimeout> | undefined;
function setStatus(kind: Status["kind"], say = "", why = ""): void {
  status.value = { kind, say, why };
  clearTimeout(quiet);
  if (kind === "live") slow.value = false;
  else quiet = setTimeout(() => (slow.value = true), QUIET_MS);
}

function enter(): void {
  if (line === null || entering) return;
  const on = line;
  const asked = performance.now();
  entering = true;
  early = [];
  on.emit("enter", {}, (answer: Answer<Entered>) => {
    if (on !== line) return;
    entering = false;
    if (answer.status !== "ok" || answer.data === undefined) {
      if (answer.status === "refused" && FINAL.has(answer.code)) leave(sayOf(answer.code, answer.say), answer.code);
      else again();
      return;
    }
    const { view, number: at, room: people, now, ...rest } = answer.data;
    learnTime(now, asked, performance.now());
    number = at;
    replaceView(view, people, rest);
    heardEpoch(rest.epoch);
    attempt = 0;
    const first = !entered;
    entered = true;
    setStatus("live");
    for (const frame of early) hearFrame(frame);
    early = [];
    checkProtocol(rest.protocol);
    if (first) {
      lineUp(on);
      beat();
    }
  });
}

function hearFrame(frame: PatchFrame): void {
  if (frame.room !== undefined) room.value = frame.room;
  if (entering) {
    early.push(frame);
    return;
  }
  if (frame.from === frame.to || frame.to <= number) return;
  if (frame.from !== number) {
    enter();
    return;
  }
  number = frame.to;
  entries.value = patched(entries.peek(), frame);
}

function checkProtocol(theirs: string): void {
  if (theirs === PROTOCOL_VERSION) return;
  const state = (history.state ?? {}) as { reloadedFor?: string };
  if (state.reloadedFor === theirs) outdated.value = true;
  else {
    history.replaceState({ ...state, reloadedFor: theirs }, "");
    reloadSafely();
  }
}

function reloadSafely(): void {
  // Drafts are kept while one types; this waits for the last of them.
  void saved().then(() => location.reload());
}

function leave(say: string, why: string): void {
  disconnect();
  setStatus("out", say, why);
}

function beat(): void {
  if (!entered || line === null) return;
  const on = line;
  const asked = performance.now();
  let answered = false;
  on.emit("ask", { command: "Beat", fields: {} }, (answer: Reply) => {
    answered = true;
    if (answer.status !== "ok" || on !== line) return;
    const { now, number: theirs } = answer.data as unknown as BeatData;
    learnTime(now, asked, performance.now());
    // A patch may be on its way; a view that is still behind a second later missed one.
    if (theirs !== number) setTimeout(() => on === line && theirs > number && enter(), 1000);
  });
  setTimeout(() => {
    if (!answered && on === line) again();
  }, BEAT_ANSWER_MS);
}

function again(): void {
  // Full jitter: everybody comes back after a restart, but not at the same moment.
  line?.disconnect();
  lineDown();
  entered = false;
  entering = false;
  if (status.peek().kind !== "waiting") setStatus("waiting");
  clearTimeout(retry);
  retry = setTimeout(() => line?.connect(), Math.random() * Math.min(LONGEST_WAIT_MS, 300 * 2 ** attempt));
  attempt += 1;
}

/** Some networks let a WebSocket hang or fall: the next attempt begins with the other way. */
function tryOtherWay(opened: Line): void {
  if (opened.io === undefined) return;
  const [first] = opened.io.opts.transports as string[];
  opened.io.opts.transports = first === "websocket" ? ["polling", "websocket"] : ["websocket", "polling"];
}

function resume(): void {
  if (line === null || document.visibilityState === "hidden") return;
  doubtTime();
  if (line.connected) beat();
  else {
    clearTimeout(retry);
    attempt = 0;
    line.connect();
  }
}

/** Connects this page with a token. Everything that arrives lands in the signals of `workshop.ts`. */
export function connect(token: string, open: (token: string) => Line = openLine): void {
  disconnect();
  setStatus("connecting");
  const opened = open(token);
  line = opened;
  opened.on("connect", () => enter());
  opened.on("patch", (frame: PatchFrame) => hearFrame(frame));
  momentsOn(opened);
  opened.on("farewell", (said: Farewell) => {
    if (said.reason === "reload") reloadSafely();
    else if (said.reason !== "shutting_down") leave(sayOf(said.reason, said.say), said.reason);
  });
  opened.on("disconnect", () => opened === line && again());
  opened.on("connect_error", (problem: { message: string; data?: { code?: string; say?: string } }) => {
    if (opened !== line) return;
    const code = problem.data?.code ?? problem.message;
    if (FINAL.has(code)) leave(sayOf(code, problem.data?.say ?? ""), code);
    else {
      tryOtherWay(opened);
      again();
    }
  });
  opened.connect();
  beating = setInterval(beat, BEAT_MS);
  document.addEventListener("visibilitychange", resume);
  document.addEventListener("resume", resume); // a browser that had put the page to sleep
  addEventListener("pageshow", resume);
  addEventListener("online", resume);
}

/** Ends the line. What is unsent stays on the device. */
export function disconnect(): void {
  const closed = line;
  line = null;
  lineDown();
  entered = false;
  entering = false;
  number = -1;
  attempt = 0;
  clearTimeout(retry);
  clearInterval(beating);
  clearTimeout(quiet);
  document.removeEventListener("visibilitychange", resume);
  document.removeEventListener("resume", resume);
  removeEventListener("pageshow", resume);
  removeEventListener("online", resume);
  closed?.disconnect();
}
