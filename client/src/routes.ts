// Which page an address means. A key in the fragment leaves the address bar before anything else happens.
import { signal } from "@preact/signals";

export type Route =
  | { readonly page: "start" }
  | { readonly page: "join" }
  | { readonly page: "seen" }
  | { readonly page: "meetings" }
  | { readonly page: "lost" }
  /** Opened by a meeting program, whose page this is in. */
  | { readonly page: "host" }
  | {
      readonly page: "workshop";
      readonly id: string;
      readonly as: "participant" | "facilitator" | "screen";
      /** From the fragment: lives in memory only. */
      readonly key: string;
      /** The code of a place that comes from another device: the same. */
      readonly move?: string;
    };

const KEY = /^#?([0-9a-f]{64})$/;
const MOVE = /^#?move-([0-9A-Z]{16})$/;
const ROLES = { w: "participant", f: "facilitator", screen: "screen" } as const;

/** The page that a path and its fragment mean. A fragment that is no key is a place within the page. */
export function routeOf(path: string, fragment = ""): Route {
  if (path === "/") return { page: "start" };
  if (path === "/join") return { page: "join" };
  if (path === "/who-can-see") return { page: "seen" };
  if (path === "/meetings") return { page: "meetings" };
  if (/^\/host\/[a-z]+(?:\/|$)/.test(path)) return { page: "host" };
  const [, door, id] = /^\/(w|f|screen)\/([0-9a-f]{32})\/?$/.exec(path) ?? [];
  if (door === undefined || id === undefined) return { page: "lost" };
  const move = MOVE.exec(fragment)?.[1];
  const as = ROLES[door as keyof typeof ROLES];
  return { page: "workshop", id, as, key: KEY.exec(fragment)?.[1] ?? "", ...(move && { move }) };
}

/** What the address bar shows for a page: never a key, and for facilitators the participants' link. */
export function addressOf(route: Route): string {
  if (route.page === "workshop") return route.as === "screen" ? `/screen/${route.id}` : `/w/${route.id}`;
  const plain = {
    join: "/join",
    seen: "/who-can-see",
    meetings: "/meetings",
    start: "/",
    lost: "/",
    host: "/",
  } as const;
  return plain[route.page];
}

function read(): Route {
  const found = routeOf(location.pathname, location.hash);
  if (found.page === "workshop") history.replaceState(history.state, "", addressOf(found));
  return found;
}

export const route = signal<Route>(typeof location === "undefined" ? { page: "lost" } : read());

/** Goes to an address of this site, such as `/w/…` or `/f/…#key`, without loading the page again. */
export function go(address: string): void {
  const [path = "/", fragment = ""] = address.split("#");
  const next = routeOf(path, fragment);
  history.pushState(null, "", next.page === "lost" ? path : addressOf(next));
  route.value = next;
  window.scrollTo(0, 0);
}

/** Follows the browser's own back and forward, and a key that is pasted into the same tab. A link within the page
 * comes the same way and leaves everything as it is. */
export function followHistory(): void {
  const follow = () => {
    const old = route.peek();
    const next = routeOf(location.pathname, location.hash);
    const same = next.page === old.page && addressOf(next) === addressOf(old);
    if (!same || (next.page === "workshop" && (next.key !== "" || next.move))) route.value = read();
  };
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
}
