import { afterEach, expect, test, vi } from "vitest";
import { download, fileName, get, post, postUnnamed, Refused } from "./http.ts";

function server(status: number, body: string, headers: Record<string, string> = {}) {
  const asked: [string, RequestInit][] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push([path, init]);
    return new Response(body, { status, headers });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

test("an answer is given back as data", async () => {
  server(200, '{"title":"Sea"}');
  expect(await get("/api/workshops/1")).toEqual({ title: "Sea" });
});

test("what is posted travels as JSON to our own server", async () => {
  const asked = server(201, "{}");
  await post("/api/join", { code: "ABCD-EFGH" });
  expect(asked[0]?.[1]).toMatchObject({ body: '{"code":"ABCD-EFGH"}', credentials: "same-origin", method: "POST" });
});

test("what says nobody's name goes over a connection of its own", async () => {
  const asked = server(201, "{}");
  await postUnnamed("/api/cast", { rev: 1 });
  expect(asked[0]?.[1]).toMatchObject({ body: '{"rev":1}', credentials: "omit", method: "POST" });
});

test("a refusal carries its sentence", async () => {
  server(404, '{"code":"bad_code","say":"We found no workshop with this code.","field":"code"}');
  await expect(post("/api/join", {})).rejects.toMatchObject({ code: "bad_code", field: "code" });
});

test("a page that is not ours and a dead line both read as offline", async () => {
  server(502, "<html>Bad gateway</html>");
  await expect(get("/x")).rejects.toMatchObject({ code: "offline" });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(get("/x")).rejects.toBeInstanceOf(Refused);
});

test("a line that hangs reads as offline after a while, before the answer and in the midst of it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const never = (signal: AbortSignal) =>
    new Promise<never>((_, fail) => signal.addEventListener("abort", () => fail(new DOMException("", "AbortError"))));
  for (const fetched of [
    (_: string, init: RequestInit) => never(init.signal as AbortSignal),
    async (_: string, init: RequestInit) => ({ ok: true, json: () => never(init.signal as AbortSignal) }),
  ]) {
    vi.stubGlobal("fetch", fetched);
    const asked = expect(get("/x")).rejects.toMatchObject({ code: "offline" });
    await vi.advanceTimersByTimeAsync(21_000);
    await asked;
  }
  vi.useRealTimers();
});

test("a file is saved under the name that the server gives it for people", () => {
  expect(fileName("attachment; filename=\"plan.docx\"; filename*=UTF-8''2026%20Sea%20%E2%80%93%20plan.docx", "x")).toBe(
    "2026 Sea – plan.docx",
  );
  expect(fileName('attachment; filename="plan.docx"', "x")).toBe("plan.docx");
  expect(fileName(null, "plan.docx")).toBe("plan.docx");
});

test("a download shows the token to the server in a header and never in the address", async () => {
  const asked = server(200, "words", { "Content-Disposition": 'attachment; filename="a.md"' });
  vi.stubGlobal("URL", { createObjectURL: () => "blob:1", revokeObjectURL: () => {} });
  expect(await download("/api/x", "secret-token", "b.md")).toBe("a.md");
  expect(asked[0]?.[0]).toBe("/api/x");
  expect(asked[0]?.[1].headers).toEqual({ Authorization: "Bearer secret-token" });
});

test("half of a picture in a title or a name is posted as a sign that can be read", async () => {
  const asked = server(201, "{}");
  await post("/api/workshops", { title: "Sea \uD83C", minutes: 20 });
  expect(asked[0]?.[1].body).toBe('{"title":"Sea \uFFFD","minutes":20}');
});
