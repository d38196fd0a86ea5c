// The service worker: what `shell.ts` decides, tied to the browser.
import { type Fed, file, install, keep, kindOf, page, tidy } from "./shell.ts";

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const scope = self as unknown as EventTarget & { readonly clients: { claim(): Promise<void> } };
// The build puts its own list in this place (`worker-feed.ts`).
const fed = JSON.parse("__FED_BY_THE_BUILD__") as Fed;

scope.addEventListener("install", (event) => (event as Lasting).waitUntil(install(fed, caches, fetch)));
scope.addEventListener("activate", (event) =>
  (event as Lasting).waitUntil(tidy(fed, caches).then(() => scope.clients.claim())),
);
scope.addEventListener("message", (event) =>
  (event as Lasting).waitUntil(keep(fed, caches, (event as MessageEvent<{ keep?: unknown }>).data?.keep)),
);
scope.addEventListener("fetch", (event) => {
  const { request } = event as Asked;
  const kind = kindOf(request, location.origin);
  if (kind === "page") (event as Asked).respondWith(page(fed, caches, () => fetch(request)));
  if (kind === "file") (event as Asked).respondWith(file(fed, caches, request, fetch));
});
