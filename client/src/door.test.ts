import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listen } from "../testing/line.ts";
import { drawn } from "../testing/page.ts";
import { ask } from "./asking.ts";
import { status } from "./connection.ts";
import { closeDoor, door, here, join, leadByCode, leaveDevice, openDoor } from "./door.ts";
import { drafts, keepDraft } from "./own/drafts.ts";
import { openDevice, saved } from "./own/kept.ts";
import { ownSeat, screenPass } from "./own/seat.ts";
import { entries } from "./workshop.ts";

const ID = "ab".repeat(16);
const KEY = "cd".repeat(32);
/** What the server says of what it has not. */
let missing = "bad_key";
let asked: { path: string; body: Record<string, string> }[];

function server(answers: Record<string, unknown>, status = 200) {
  asked = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push({ path, body: init.body ? JSON.parse(String(init.body)) : {} });
    const found = Object.entries(answers).find(([end]) => path.endsWith(end));
    return new Response(JSON.stringify(found?.[1] ?? { code: missing, say: "Not here." }), {
      status: found ? status : 404,
    });
  });
}

const place = (as: "participant" | "facilitator" | "screen", key = "") =>
  ({ page: "workshop", id: ID, as, key }) as const;
const seated = (role: string) => ({ seat: "s", token: "t", role });

beforeEach(() => sessionStorage.clear());
afterEach(async () => {
  missing = "bad_key";
  await saved();
  closeDoor();
  vi.unstubAllGlobals();
});

test("who has no place yet is asked to join, and sees the title", async () => {
  server({ [ID]: { workshop: ID, title: "Sea", state: "waiting" } });
  await openDoor(place("participant"));
  expect(door.value).toEqual({ kind: "join", title: "Sea" });
  expect(here.value).toBe(ID);
});

test("joining brings one in, and the same link comes back to the same seat", async () => {
  server({ [ID]: { title: "Sea" }, "/seats": seated("participant") });
  await openDoor(place("participant"));
  await join("Ana", false);
  expect(door.value.kind).toBe("in");
  await saved();
  closeDoor();
  expect(ownSeat.value).toBeNull();
  await openDoor(place("participant"));
  expect(door.value.kind).toBe("in");
  expect(ownSeat.value).toMatchObject({ token: "t", name: "Ana" });
  expect(asked.filter((one) => one.path.endsWith("/seats"))).toHaveLength(1);
});

test("a facilitator's key is exchanged once, and then the device leads", async () => {
  server({ "/facilitators": seated("facilitator") });
  await openDoor(place("facilitator", KEY));
  expect(asked[0]?.body.key).toBe(KEY);
  expect(door.value.kind).toBe("in");
  await saved();
  await openDoor(place("facilitator", KEY));
  expect(asked).toHaveLength(1);
});

test("a wrong key is said, and nothing is kept", async () => {
  server({});
  await openDoor(place("facilitator", KEY));
  expect(door.value).toEqual({ kind: "shut", say: "Not here.", again: false });
  expect(ownSeat.value).toBeNull();
});

test("the recovery code leads from another computer", async () => {
  server({ [ID]: { title: "Sea" }, "/facilitators": seated("facilitator") });
  await openDoor(place("participant"));
  await leadByCode("AAAA-BBBB-CCCC-DDDD");
  expect(asked.at(-1)?.body.recovery_code).toBe("AAAA-BBBB-CCCC-DDDD");
  expect([door.value.kind, ownSeat.value?.role]).toEqual(["in", "facilitator"]);
});

test("a room screen has a pass of its own, beside a seat on the same device", async () => {
  server({ [ID]: { title: "Sea" }, "/screens": seated("screen"), "/seats": seated("participant") });
  await openDoor(place("participant"));
  await join("", false);
  await saved();
  await openDoor(place("screen", KEY));
  expect([screenPass.value?.token, ownSeat.value?.role]).toEqual(["t", "participant"]);
});

test("without a line the door says so and can be tried again", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no line")));
  await openDoor(place("participant"));
  expect(door.value).toMatchObject({ kind: "shut", again: true });
});

test("leaving gives up the place; asked to, it deletes everything else too", async () => {
  server({ [ID]: { title: "Sea" }, "/seats": seated("participant") });
  await openDoor(place("participant"));
  await join("Ana", true);
  await leaveDevice(true);
  expect(status.value).toMatchObject({ kind: "out", say: expect.stringContaining("is deleted") });
  await openDevice(ID, true);
  expect(ownSeat.value).toBeNull();
});

// --- a workshop that is no more

async function inside() {
  server({ "/seats": seated("participant"), [ID]: { title: "Sea" } });
  await openDoor(place("participant"));
  await join("Ana", false);
  keepDraft("1".repeat(32), "card", "Half a thought", "idea");
  await saved();
}

const out = (why: string) => {
  status.value = { kind: "out", say: "Out.", why };
};

async function reopened() {
  await openDevice(ID);
  return { seat: ownSeat.value, drafts: drafts.value };
}

test("whoever hears that it was deleted keeps nothing, and can copy what was never sent", async () => {
  await inside();
  out("deleted");
  await vi.waitFor(() => expect(door.value).toEqual({ kind: "gone", deleted: true, words: ["Half a thought"] }));
  expect(entries.value.size).toBe(0);
  expect(await reopened()).toEqual({ seat: null, drafts: {} });
});

test("a device that comes back later asks whether there still is one, and clears what it keeps", async () => {
  await inside();
  missing = "no_such_workshop";
  server({});
  out("bad_token");
  await vi.waitFor(() => expect(door.value.kind).toBe("gone"));
  expect(door.value).toMatchObject({ deleted: false });
  expect(await reopened()).toEqual({ seat: null, drafts: {} });
});

test.each(["bad_token", "forgotten", "signed_out"])(
  "who is out of a workshop that is still there keeps all (%s)",
  async (why) => {
    await inside();
    out(why);
    await vi.waitFor(() => expect(asked.at(-1)?.path).toBe(`/api/workshops/${ID}`));
    await drawn();
    expect(door.value.kind).toBe("in");
    expect(Object.values(drafts.value)[0]?.text).toBe("Half a thought");
  },
);

test("a server that cannot be reached says nothing about it", async () => {
  await inside();
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("no network");
  });
  out("bad_token");
  await drawn();
  expect(door.value.kind).toBe("in");
  expect(ownSeat.value).not.toBeNull();
});

test("a link to a workshop that is no more leaves nothing on the device that follows it", async () => {
  missing = "no_such_workshop";
  server({});
  await openDoor(place("participant"));
  await vi.waitFor(() => expect(door.value).toEqual({ kind: "gone", deleted: false, words: [] }));
  expect(sessionStorage.length).toBe(0);
});

test("what was asked in one workshop, and not answered, is never asked of another", async () => {
  await inside();
  void ask("EndWorkshop", { run: "" });
  closeDoor();
  const asked = listen();
  expect(asked).toEqual([]);
});
