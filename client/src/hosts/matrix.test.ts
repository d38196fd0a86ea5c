import { expect, test, vi } from "vitest";
import { framed } from "../../testing/host-page.ts";
import { openMatrix } from "./matrix.ts";

const HOST = "https://element.example";
const ADDRESS = `/host/matrix?widgetId=w1&parentUrl=${encodeURIComponent(`${HOST}/`)}#room=!r&theme=dark&lang=de-DE`;
type Asked = { api: string; requestId: string; action: string; widgetId: string };

function element(answers: Record<string, object> = {}) {
  const frame = framed(ADDRESS, HOST);
  const signal = new AbortController();
  frame.hear((message) => {
    const asked = message as Asked;
    if (asked.api === "fromWidget") frame.say({ ...asked, response: answers[asked.action] ?? {} });
  });
  return { ...frame, signal, open: () => openMatrix(frame.page, signal.signal) };
}

const from = (action: string, data: object) => ({ api: "toWidget", widgetId: "w1", requestId: "h1", action, data });

test("a widget knows its look and language from its address, and asks for nothing of the room", async () => {
  const host = element();
  const adapter = await host.open();
  expect(adapter.now()).toMatchObject({ surface: "panel", theme: "dark", locale: "de" });
  host.say(from("capabilities", {}));
  expect(host.posted.at(-1)).toMatchObject({ message: { requestId: "h1", response: { capabilities: [] } }, to: HOST });
});

test("a new theme and a new language are followed, each told once, and answered", async () => {
  const host = element();
  const adapter = await host.open();
  const changed = vi.fn();
  adapter.follow(changed);
  host.say(from("theme_change", { name: "light" }));
  host.say(from("theme_change", { name: "light" }));
  host.say(from("language_change", { lang: "cy" }));
  expect(adapter.now()).toMatchObject({ theme: "light", locale: "cy" });
  expect(changed).toHaveBeenCalledTimes(2);
  expect(host.posted.at(-1)).toMatchObject({ message: { action: "language_change", response: {} } });
});

test("the proof is the homeserver's token, with the room", async () => {
  const given = { state: "allowed", access_token: "tok", matrix_server_name: "hs.example" };
  const adapter = await element({ get_openid: given }).open();
  expect(await adapter.proof()).toEqual({ token: "tok", server: "hs.example", room: "!r", widget: "w1" });
});

test("a token that the person has to allow first comes later; one that is blocked is none", async () => {
  const host = element({ get_openid: { state: "request" } });
  const adapter = await host.open();
  for (const [state, holds] of [
    ["allowed", true],
    ["blocked", false],
  ] as const) {
    const proof = adapter.proof().catch(() => "refused");
    await vi.waitFor(() => expect(host.posted.at(-1)).toMatchObject({ message: { action: "get_openid" } }));
    await new Promise<void>((done) => setTimeout(done));
    const { requestId } = (host.posted.at(-1) as { message: Asked }).message;
    host.say(from("openid_credentials", { state, original_request_id: requestId, access_token: "late" }));
    if (holds) expect(await proof).toMatchObject({ token: "late" });
    else expect(await proof).toBe("refused");
  }
});

test("a page that plays the host from another origin or window, or speaks to another widget, is not heard", async () => {
  const host = element();
  const adapter = await host.open();
  const before = host.posted.length;
  host.say(from("theme_change", { name: "light" }), "https://evil.example");
  host.say(from("theme_change", { name: "light" }), HOST, {});
  host.say({ ...from("theme_change", { name: "light" }), widgetId: "w2" });
  expect(adapter.now().theme).toBe("dark");
  expect(host.posted).toHaveLength(before);
  expect(host.posted.every(({ to }) => to === HOST)).toBe(true);
});

test("after it is closed nothing is heard, and without a widget's address it does not open", async () => {
  const host = element();
  const adapter = await host.open();
  adapter.close();
  host.say(from("theme_change", { name: "light" }));
  expect(adapter.now().theme).toBe("dark");
  await expect(openMatrix(framed("/host/matrix", HOST).page, host.signal.signal)).rejects.toThrow();
});
