import { expect, test } from "vitest";
import { framed } from "../../testing/host-page.ts";
import { openWebex } from "./webex.ts";

const HOST = "https://meet7.webex.com";
const APPLICATION = {
  deviceType: "DESKTOP",
  displayContext: "MEETING_SIDEBAR",
  capabilities: [],
  theme: "DARK",
  language: "fr-FR",
  viewState: "IN_FOCUS",
  user: { token: "jwt-1" },
};

function webex(application: object = {}, refuses: readonly string[] = []) {
  const frame = framed("/host/webex", HOST);
  const data: Record<string, object> = {
    "application.initialize": { application: { ...APPLICATION, ...application } },
    "application.context.getMeeting": { id: "m-1", userRoles: ["PARTICIPANT", "COHOST"] },
  };
  frame.hear((message) => {
    const { requestId, request } = JSON.parse(message as string) as { requestId: string; request: string };
    const code = refuses.includes(request) ? 1 : 0;
    frame.say(JSON.stringify({ requestId, code, data: data[request] }));
  });
  const event = (request: string, news: object) => JSON.stringify({ type: "event", request, data: news });
  return { ...frame, event, open: () => openWebex(frame.page, new AbortController().signal) };
}

test("what Webex says at the start is known in our words", async () => {
  const adapter = await webex().open();
  expect(adapter.now()).toMatchObject({ surface: "panel", theme: "dark", locale: "fr", role: "cohost", visible: true });
  expect(await adapter.proof()).toEqual({ token: "jwt-1", meeting: "m-1", role: "cohost" });
});

test("theme, role, place, focus and the token are followed", async () => {
  const host = webex();
  const adapter = await host.open();
  host.say(host.event("application:themeChanged", { theme: "LIGHT" }));
  host.say(host.event("meeting:roleChanged", { userRoles: ["HOST"] }));
  host.say(host.event("application:displayContextChanged", { displayContext: "MEETING_MAINVIEW" }));
  host.say(host.event("application:viewStateChanged", { viewState: "OUT_OF_FOCUS" }));
  host.say(host.event("application:tokenRefreshed", { token: "jwt-2" }));
  expect(adapter.now()).toMatchObject({ theme: "light", role: "host", surface: "stage", visible: false });
  expect(await adapter.proof()).toMatchObject({ token: "jwt-2", role: "host" });
});

test("it asks in the words of Webex's own library", async () => {
  const host = webex();
  await host.open();
  expect(host.posted.map(({ message }) => JSON.parse(message as string))).toMatchObject([
    { request: "application.initialize", parameter: { embeddedSdkVersion: "2.5.0" } },
    { request: "application.context.getMeeting", parameter: {} },
  ]);
});

test("a device that a room shares is a screen", async () => {
  for (const shared of [{ deviceType: "ROOM_SYSTEM_SHARED" }, { capabilities: ["VIEW_ONLY"] }]) {
    expect((await webex(shared).open()).now().surface).toBe("room");
  }
});

test("sharing asks Webex for its button, which the person presses; a refusal is said", async () => {
  const host = webex();
  expect(await (await host.open()).share("https://board.example/w/1")).toBe("confirm");
  expect(String(host.posted.at(-1)?.message)).toContain('"internalUrl":"https://board.example/w/1"');
  expect(host.posted.at(-1)?.to).toBe(HOST);
  const strict = await webex({}, ["application.setShareUrl"]).open();
  expect(await strict.share("https://board.example/w/1")).toBe("not_allowed");
});

test("no other page can play Webex", async () => {
  const host = webex();
  const adapter = await host.open();
  const news = host.event("meeting:roleChanged", { userRoles: ["HOST"] });
  for (const origin of [
    "https://webex.com.evil.example",
    "https://evilwebex.com",
    "http://meet7.webex.com",
    "https://other.webex.com",
  ]) {
    host.say(news, origin);
  }
  host.say(news, HOST, {});
  host.say("no JSON");
  expect(adapter.now().role).toBe("cohost");
});

test("after it is closed nothing is heard", async () => {
  const host = webex();
  const adapter = await host.open();
  adapter.close();
  host.say(host.event("application:themeChanged", { theme: "LIGHT" }));
  expect(adapter.now().theme).toBe("dark");
});
