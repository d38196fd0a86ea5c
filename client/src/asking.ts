// Asking the server for something: every command is sent again until it is answered.
import { computed, effect, signal } from "@preact/signals";
import { writing } from "./own/kept.ts";
import {
  type Asks,
  outbox,
  putInOutbox,
  recall,
  remember,
  takeFromOutbox,
  type Waiting,
  wasSetBack,
} from "./own/outbox.ts";
import type { Answer } from "./protocol.gen.ts";
import { newId } from "./random.ts";
import { wellFormedFields } from "./well-formed.ts";
import { sayOf } from "./words/refusals.ts";
import { t } from "./words/words.ts";

/** What this page answers itself where another tab writes; the server never says it. */
export const OTHER_TAB = "other_tab";

/** The answer to one command: the server's, or that another tab writes. */
export type Reply =
  | Answer<Readonly<Record<string, unknown>>>
  | { readonly status: "refused"; readonly code: typeof OTHER_TAB; readonly say: string };

/** A line that commands can be sent on. */
export interface Up {
  readonly connected: boolean;
  emit(event: string, ...said: unknown[]): unknown;
}

const ANSWER_MS = 8_000;
const BUSY_MS = 500;
// These wait on the device over a reload; everything else only makes sense on the page it was asked from.
const KEPT: ReadonlySet<keyof Asks> = new Set<keyof Asks>([
  ...(["AddCard", "EditCard", "WithdrawCard", "AddGroup", "RenameGroup", "RemoveGroup", "MoveCard"] as const),
  ...(["AddDecision", "ChangeDecision", "RemoveDecision", "AddAction", "ChangeAction", "RemoveAction"] as const),
  ...(["ChangePlan", "ChangeName", "AddItem", "ChangeItem", "RemoveItem", "Place", "Paint"] as const),
]);
// The server is busy, not against it: asked again after a moment.
const BUSY = new Set(["too_fast", "saving_paused", "slow_room"]);

let line: Up | null = null;
const passing = signal<readonly Waiting[]>([]);
// Put off by a busy server and not settled since: what comes later about the same id waits behind these.
const busy = new Set<string>();
// Waits behind another command, and is sent once that is settled.
const held = new Set<string>();
const resolvers = new Map<string, (answer: Reply) => void>();
const setBacks = new Set<() => void>();
const listeners = new Set<(asked: Waiting, answer: Reply) => void>();

/** How many commands of this device wait for an answer. */
export const unanswered = computed(() => outbox.value.length + passing.value.length);

/** Calls `hear` with every answer, also those to commands from before a reload. Gives back how to stop. */
export function onAnswer(hear: (asked: Waiting, answer: Reply) => void): () => void {
  listeners.add(hear);
  return () => {
    listeners.delete(hear);
  };
}

/** Asks the server for something. Resolves when it has answered, however often the line breaks. */
export function ask<C extends keyof Asks>(command: C, asked: Asks[C]): Promise<Reply> {
  // The page says "You are writing in another tab" and offers to write here instead.
  if (!writing.peek()) return Promise.resolve({ status: "refused", code: OTHER_TAB, say: t("tab.title") });
  const fields = wellFormedFields(asked);
  let waiting: Waiting;
  if (KEPT.has(command)) waiting = putInOutbox(command, fields);
  else {
    waiting = { nr: newId(), command, fields };
    passing.value = [...passing.peek(), waiting];
  }
  return new Promise((resolve) => {
    resolvers.set(waiting.nr, resolve);
    send(waiting);
  });
}

const allWaiting = (): Waiting[] => [...outbox.peek(), ...passing.peek()];

function stillWaits(nr: string): boolean {
  return allWaiting().some((waiting) => waiting.nr === nr);
}

const idOf = (waiting: Waiting) => (waiting.fields as { readonly id?: string }).id;

/** What was asked about the same id before this, and is not settled. */
function before(waiting: Waiting): Waiting[] {
  const id = idOf(waiting);
  const all = allWaiting();
  const at = all.findIndex((one) => one.nr === waiting.nr);
  return id === undefined ? [] : all.slice(0, at).filter((one) => idOf(one) === id);
}

function send(waiting: Waiting): void {
  if (line === null) return;
  if (before(waiting).some((one) => busy.has(one.nr))) {
    held.add(waiting.nr);
    return;
  }
  held.delete(waiting.nr);
  const on = line;
  on.emit("ask", { command: waiting.command, fields: waiting.fields }, (answer: Reply) =>
    settle(waiting, inOurWords(answer)),
  );
  setTimeout(() => {
    // The line is up and yet nothing came back: twice is once, so ask again.
    if (on === line && on.connected && stillWaits(waiting.nr)) send(waiting);
  }, ANSWER_MS);
}

/** The answer, with its sentence in the language of the page. */
const inOurWords = (answer: Reply): Reply =>
  answer.status === "ok" ? answer : { ...answer, say: sayOf(answer.code, answer.say) };

function settle(waiting: Waiting, answer: Reply): void {
  if (!stillWaits(waiting.nr)) return;
  if (answer.status === "refused" && BUSY.has(answer.code)) {
    busy.add(waiting.nr);
    const wait = answer.code === "slow_room" ? 5 * BUSY_MS : BUSY_MS;
    setTimeout(() => stillWaits(waiting.nr) && send(waiting), wait + Math.random() * 2 * BUSY_MS);
    return;
  }
  if (answer.status === "refused" && before(waiting).length > 0) {
    // It may have overtaken what it builds on ("no such card"): asked again once that is settled.
    held.add(waiting.nr);
    return;
  }
  // First what the answer means, then out of the outbox: a tab that is closed in between asks again, and loses nothing.
  // Where somebody changed since what is only offered again, that is no news for whoever asked.
  if (!(waiting.again && answer.status === "superseded")) for (const hear of listeners) hear(waiting, answer);
  takeFromOutbox(waiting.nr);
  if (answer.status === "ok" && KEPT.has(waiting.command)) remember(waiting);
  passing.value = passing.peek().filter((one) => one.nr !== waiting.nr);
  resolvers.get(waiting.nr)?.(answer);
  resolvers.delete(waiting.nr);
  busy.delete(waiting.nr);
  for (const one of allWaiting()) if (held.has(one.nr) && idOf(one) === idOf(waiting)) send(one);
}

/** The server's store has this epoch. Where it may have lost what it had said was saved, that is offered again. */
export function heardEpoch(epoch: string): void {
  if (!wasSetBack(epoch)) return;
  for (const hear of setBacks) hear();
  for (const waiting of recall()) send(waiting);
}

/** Calls `hear` when the server may have lost what it had. */
export function onSetBack(hear: () => void): void {
  setBacks.add(hear);
}

function sendAll(): void {
  for (const waiting of [...outbox.peek(), ...passing.peek()]) send(waiting);
}

// E13: this tab writes from now on, and what the other one had not got answered is on the device.
effect(() => {
  if (writing.value) sendAll();
});

/** The line is up and has entered: everything that waits is sent, in order. */
export function lineUp(opened: Up): void {
  line = opened;
  sendAll();
}

/** This page leaves the workshop: what was asked from it, and only made sense there, is never sent to another. */
export function forgetAsked(): void {
  passing.value = [];
  for (const one of [busy, held, resolvers]) one.clear();
}

/** The line is down: what is asked from now on waits. */
export function lineDown(): void {
  line = null;
}
