// What the installed copy keeps, and what it answers: the page and the files of the build, and nothing that people wrote.

/** What the build tells. `build`: another one with each build; `first`: the files that the page loads at once. */
export interface Fed {
  readonly build: string;
  readonly first: readonly string[];
}

const PAGES = /^\/(?:join|who-can-see|(?:w|f|screen)\/[0-9a-f]{32}\/?)?$/;
const FILES = /^\/static\/(?:assets\/[^/]+-[\w-]{8}\.\w+|icon[\w-]*\.\w+|manifest\.webmanifest)$/;
const SHELL = "/shell";
const OURS = "folkmoot-";
// Slower than a slow line, and sooner than somebody gives up.
const PATIENCE_MS = 8_000;

export const nameOf = ({ build }: Fed): string => OURS + build;

/** What a request is for: our page, a file of ours, or something that is none of the copy's business. */
export function kindOf(request: Pick<Request, "method" | "mode" | "url">, origin: string): "page" | "file" | "" {
  const { origin: where, pathname } = new URL(request.url);
  if (request.method !== "GET" || where !== origin) return "";
  if (request.mode === "navigate") return PAGES.test(pathname) ? "page" : "";
  return FILES.test(pathname) ? "file" : "";
}

/** Keeps the page and its first files. Throws where the server has another build by now: then it is tried again later. */
export async function install(fed: Fed, caches: CacheStorage, load: typeof fetch): Promise<void> {
  const cache = await caches.open(nameOf(fed));
  const page = await load("/", { cache: "no-store" });
  const text = await page.clone().text();
  if (!page.ok || !fed.first.every((path) => text.includes(path))) throw new Error("another build");
  await cache.addAll([...fed.first]);
  await cache.put(SHELL, page);
}

/** Lets go of the copies of older builds. */
export async function tidy(fed: Fed, caches: CacheStorage): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== nameOf(fed));
  for (const name of old) await caches.delete(name);
}

/** The page from the server; the copy where there is no answer, or only that something is broken. */
export async function page(fed: Fed, caches: CacheStorage, asked: () => Promise<Response>): Promise<Response> {
  const copy = await (await caches.open(nameOf(fed))).match(SHELL);
  if (copy === undefined) return asked();
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(copy), PATIENCE_MS));
  try {
    const fresh = await Promise.race([asked(), late]);
    return fresh.status >= 500 ? copy : fresh;
  } catch {
    return copy;
  }
}

/** A file of the build: its name changes with what is in it, so the copy is as good. */
export async function file(fed: Fed, caches: CacheStorage, request: Request, load: typeof fetch): Promise<Response> {
  const cache = await caches.open(nameOf(fed));
  const copy = await cache.match(request);
  if (copy !== undefined) return copy;
  const fresh = await load(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

/** Keeps files that a page had loaded before the copy was there. */
export async function keep(fed: Fed, caches: CacheStorage, paths: unknown): Promise<void> {
  const cache = await caches.open(nameOf(fed));
  const wanted = (Array.isArray(paths) ? paths : []).filter((path) => typeof path === "string" && FILES.test(path));
  for (const path of wanted) {
    if ((await cache.match(path)) === undefined) await cache.add(path).catch(() => {});
  }
}
