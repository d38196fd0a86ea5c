import { expect, test } from "vitest";
import { addressOf, followHistory, go, route, routeOf } from "./routes.ts";

const ID = "0123456789abcdef0123456789abcdef";
const KEY = "ab".repeat(32);

test("each address means a page", () => {
  expect(routeOf("/")).toEqual({ page: "start" });
  expect(routeOf("/join")).toEqual({ page: "join" });
  expect(routeOf(`/w/${ID}`)).toEqual({ page: "workshop", id: ID, as: "participant", key: "" });
  expect(routeOf(`/f/${ID}`, `#${KEY}`)).toEqual({ page: "workshop", id: ID, as: "facilitator", key: KEY });
  expect(routeOf(`/screen/${ID}`, `#${KEY}`)).toMatchObject({ as: "screen", key: KEY });
});

test("anything else is lost", () => {
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

test("the browser's own back is followed", () => {
  followHistory();
  go("/join");
  history.replaceState(null, "", "/");
  dispatchEvent(new PopStateEvent("popstate"));
  expect(route.value).toEqual({ page: "start" });
});
