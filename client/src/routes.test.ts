import { beforeAll, expect, test } from "vitest";
import { addressOf, followHistory, go, route, routeOf } from "./routes.ts";

const ID = "0123456789abcdef0123456789abcdef";
const KEY = "ab".repeat(32);

beforeAll(() => followHistory());

test("each address means a page", () => {
  expect(routeOf("/")).toEqual({ page: "start" });
  expect(routeOf("/join")).toEqual({ page: "join" });
  expect(routeOf(`/w/${ID}`)).toEqual({ page: "workshop", id: ID, as: "participant", key: "" });
  expect(routeOf(`/f/${ID}`, `#${KEY}`)).toEqual({ page: "workshop", id: ID, as: "facilitator", key: KEY });
  expect(routeOf(`/screen/${ID}`, `#${KEY}`)).toMatchObject({ as: "screen", key: KEY });
});

test("an address that is none of ours leads to the page that says so", () => {
  for (const path of ["/w/", "/w/short", `/x/${ID}`, `/w/${ID}/more`]) expect(routeOf(path)).toEqual({ page: "lost" });
});

test("the address bar never shows a key, and shows facilitators the participants' link", () => {
  expect(addressOf(routeOf(`/f/${ID}`, `#${KEY}`))).toBe(`/w/${ID}`);
  expect(addressOf(routeOf(`/screen/${ID}`, `#${KEY}`))).toBe(`/screen/${ID}`);
});

test("going to a facilitator's link keeps the key in memory only", () => {
  go(`/f/${ID}#${KEY}`);
  expect(route.value).toMatchObject({ as: "facilitator", key: KEY });
  expect(location.href).not.toContain(KEY);
  expect(location.pathname).toBe(`/w/${ID}`);
});

test("a fragment that is no key is a place within the page", () => {
  expect(routeOf(`/w/${ID}`, "#main")).toMatchObject({ key: "" });
  expect(routeOf(`/screen/${ID}`, `#${KEY.slice(1)}`)).toMatchObject({ key: "" });
});

test("a link within the page, such as the one to its main part, leaves the workshop open as it is", () => {
  go(`/f/${ID}#${KEY}`);
  const before = route.value;
  history.replaceState(null, "", `/w/${ID}#main`);
  dispatchEvent(new PopStateEvent("popstate"));
  dispatchEvent(new Event("hashchange"));
  expect(route.value).toBe(before);
});

test("a new key that is pasted into the same tab opens the room's screen with it", () => {
  go(`/screen/${ID}#${KEY}`);
  history.replaceState(null, "", `/screen/${ID}#${"cd".repeat(32)}`);
  dispatchEvent(new Event("hashchange"));
  expect(route.value).toMatchObject({ as: "screen", key: "cd".repeat(32) });
  expect(location.hash).toBe("");
});

test("the browser's own back is followed", () => {
  go("/join");
  history.replaceState(null, "", "/");
  dispatchEvent(new PopStateEvent("popstate"));
  expect(route.value).toEqual({ page: "start" });
});
