import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WORKSHOP } from "../../testing/workshop.ts";
import { drafts, keepDraft } from "./drafts.ts";
import { closeDevice, openDevice, saved, writing } from "./kept.ts";
import { addressOfCode, callOff, finish, offer, unpackBundle } from "./moving.ts";
import { arriving, offered, ownSeat } from "./seat.ts";
import { stopWatchingTabs } from "./tab.ts";

const SEAT = { seat: "s", token: "old", role: "participant", name: "Aisha" } as const;

/** A server that keeps bundles, and does with the rest what a test says. */
const kept = new Map<string, string>();
let answers: Record<string, unknown>;
let asked: { path: string; token: string }[];

beforeEach(async () => {
  sessionStorage.clear();
  asked = [];
  answers = {};
  vi.stubGlobal("indexedDB", undefined);
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as { id: string; sealed: string };
    const what = path.split("/").at(-1) ?? "";
    asked.push({ path: what, token: new Headers(init.headers).get("Authorization") ?? "" });
    if (answers[what] === "offline") throw new TypeError();
    if (what === "moves") kept.set(body.id, body.sealed);
    const sealed = kept.get(body.id);
    if (what === "take" && sealed) kept.delete(body.id);
    const said = what === "take" ? sealed && { sealed } : (answers[what] ?? { moved: false });
    const refused = said === undefined || "code" in (said as object);
    return new Response(JSON.stringify(said ?? { code: "no_such_move", say: "Not any more." }), {
      status: refused ? 404 : 200,
    });
  });
  await openDevice("one");
});
afterEach(async () => {
  await saved();
  closeDevice();
  stopWatchingTabs();
  vi.unstubAllGlobals();
});

async function offersWords(): Promise<string> {
  ownSeat.value = SEAT;
  keepDraft("run", "idea", "Half a thought", "idea");
  return offer(WORKSHOP);
}

/** Another device of the same person. */
async function second(): Promise<void> {
  await saved();
  closeDevice();
  stopWatchingTabs();
  await openDevice("two");
}

test("E13: while a code is shown this device writes nothing, and called off it goes on", async () => {
  await offersWords();
  expect([writing.value, offered.value === null]).toEqual([false, false]);
  expect(await callOff(WORKSHOP)).toBe(false);
  expect([writing.value, offered.value]).toEqual([true, null]);
  expect(drafts.value["run/idea"]?.text).toBe("Half a thought");
});

test("E13: what is sealed comes out on the other device, and its place counts once that has been said", async () => {
  const code = await offersWords();
  expect([...kept.values()].join()).not.toContain("Half");
  await second();
  expect(await addressOfCode(code.toLowerCase())).toBe(`/w/${WORKSHOP}#move-${code}`);
  await unpackBundle(code, WORKSHOP);
  expect(drafts.value["run/idea"]?.text).toBe("Half a thought");
  expect(ownSeat.value).toBeNull();
  answers.finish = { moved: true };
  await finish(WORKSHOP);
  expect(asked.at(-1)).toEqual({ path: "finish", token: "Bearer old" });
  expect(ownSeat.value).toMatchObject({ seat: "s", name: "Aisha" });
  expect(ownSeat.value?.token).toMatch(/^[0-9a-f]{64}$/);
  expect(arriving.value).toBeNull();
});

test("E13: a lost answer is asked for again with the same new token", async () => {
  const code = await offersWords();
  await second();
  await unpackBundle(code, WORKSHOP);
  answers.finish = "offline";
  await expect(finish(WORKSHOP)).rejects.toMatchObject({ code: "offline" });
  const { token = "" } = arriving.value ?? {};
  answers.finish = { moved: true };
  await finish(WORKSHOP);
  expect(ownSeat.value?.token).toBe(token);
});

test("E13: what was called off leaves nothing on the second device", async () => {
  const code = await offersWords();
  await second();
  await unpackBundle(code, WORKSHOP);
  answers.finish = { code: "no_such_move", say: "Not any more." };
  await expect(finish(WORKSHOP)).rejects.toMatchObject({ code: "no_such_move" });
  expect([drafts.value, arriving.value, ownSeat.value]).toEqual([{}, null, null]);
});

test("E13: as long as nobody knows whether the place has gone, the first device waits", async () => {
  await offersWords();
  answers.end = "offline";
  await expect(callOff(WORKSHOP)).rejects.toMatchObject({ code: "offline" });
  expect(writing.value).toBe(false);
  answers.end = { moved: true };
  expect(await callOff(WORKSHOP)).toBe(true);
});

test("a wrong code brings nothing, and one is used once", async () => {
  await expect(addressOfCode("0000-0000-0000-0000")).rejects.toMatchObject({ code: "no_such_move" });
  const code = await offersWords();
  await second();
  await unpackBundle(code, WORKSHOP);
  await unpackBundle(code, WORKSHOP);
  expect(asked.filter((one) => one.path === "take")).toHaveLength(2);
});

test("more than fits is not moved, and this device goes on", async () => {
  ownSeat.value = SEAT;
  for (let n = 0; n < 80; n += 1) keepDraft("run", String(n), "x".repeat(1000), "idea");
  await expect(offer(WORKSHOP)).rejects.toThrow();
  expect([writing.value, offered.value]).toEqual([true, null]);
});
