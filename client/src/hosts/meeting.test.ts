import { afterEach, expect, test, vi } from "vitest";
import { framed } from "../../testing/host-page.ts";
import { door, here } from "../door.ts";
import type { Admit, Admitted } from "../protocol.gen.ts";
import { begin, context, look, meeting, start } from "./meeting.ts";

const NOBODY: Admitted = {
  ...{ ticket: "t1", name: "", meeting: true, grade: "claim", leads: false, may_start: true, workshop: "" },
  ...{ title: "", state: "", language: "", seat: "", token: "", role: "participant" },
};

function server(...answers: (Partial<Admitted> | { readonly status: number; readonly body: object })[]) {
  const asked: Admit[] = [];
  vi.stubGlobal("fetch", async (path: string, init: { body?: string }) => {
    if (!path.startsWith("/api/hosts/"))
      return Response.json({ title: "Us", state: "waiting", language: "en", id: "" });
    asked.push(JSON.parse(init.body ?? "{}") as Admit);
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? {};
    if ("status" in answer) return Response.json(answer.body, { status: answer.status as number });
    return Response.json({ ...NOBODY, ...answer });
  });
  return asked;
}

const opened = () =>
  begin(framed("/host/jitsi/our-room?userName=Pat", "https://meet.example").page, "/host/jitsi/our-room");

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("the proof is shown once, and whoever waits asks again with the ticket", async () => {
  vi.useFakeTimers();
  const asked = server({}, { ticket: "t2" });
  await opened();
  expect(meeting.value.kind).toBe("waiting");
  expect(asked[0]).toEqual({ proof: { meeting: "our-room" }, look: true });
  await vi.advanceTimersByTimeAsync(3_100);
  expect(asked[1]).toEqual({ proof: {}, ticket: "t1", look: true });
});

test("what the program says of the person is offered, and nothing is sent of it", async () => {
  const asked = server({});
  await opened();
  expect(context.value.name).toBe("Pat");
  expect(JSON.stringify(asked)).not.toContain("Pat");
});

test("as soon as there is a workshop one is asked in at its door", async () => {
  server({ workshop: "c".repeat(32) });
  await opened();
  expect([meeting.value.kind, here.value, door.value.kind]).toEqual(["in", "c".repeat(32), "join"]);
});

test("a proof that does not hold leaves the plain page, with the reason", async () => {
  server({ status: 403, body: { code: "unproven", say: "Please open it again.", field: "expired" } });
  await opened();
  expect(meeting.value).toMatchObject({ kind: "plain", again: false });
});

test("without a line one can try again", async () => {
  server({ status: 502, body: {} }, {});
  await opened();
  expect(meeting.value).toMatchObject({ kind: "plain", again: true });
  await look();
  expect(meeting.value.kind).toBe("waiting");
});

test("where the program names no meeting the plain page is shown", async () => {
  server({ meeting: false });
  await opened();
  expect(meeting.value).toEqual({ kind: "plain", say: "", again: false });
});

test("whoever starts a workshop is told why it was not made, and waits on", async () => {
  const refusal = { code: "bad_key", say: "This server asks for a code.", field: "creation_code" };
  const asked = server({}, { status: 403, body: refusal });
  await opened();
  await expect(start({ agenda: "quick-hats-20", title: "Us" })).rejects.toMatchObject({ code: "bad_key" });
  expect(asked[1]).toEqual({ proof: {}, ticket: "t1", agenda: "quick-hats-20", title: "Us" });
  expect(meeting.value.kind).toBe("waiting");
});
