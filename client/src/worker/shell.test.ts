import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { file, install, keep, kindOf, nameOf, page, tidy } from "./shell.ts";

const HERE = "https://board.example.org";
const FED = { build: "b2", first: ["/static/assets/index-abcdefgh.js"] };

/** The browser's caches, as far as they are used here. */
class Caches {
  readonly all = new Map<string, Map<string, Response>>();

  async open(name: string) {
    const held = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, held);
    const keyOf = (asked: Request | string) => (typeof asked === "string" ? asked : new URL(asked.url).pathname);
    return {
      match: async (asked: Request | string) => held.get(keyOf(asked))?.clone(),
      put: async (asked: Request | string, answer: Response) => void held.set(keyOf(asked), answer),
      add: async (path: string) => void held.set(path, new Response(path)),
      addAll: async (paths: string[]) => {
        for (const path of paths) held.set(path, new Response(path));
      },
    };
  }
  keys = async () => [...this.all.keys()];
  delete = async (name: string) => this.all.delete(name);
}

let held: Caches;
let caches: CacheStorage;
beforeEach(() => {
  held = new Caches();
  caches = held as unknown as CacheStorage;
});
afterEach(() => vi.useRealTimers());

const request = (path: string, mode: RequestMode = "cors", method = "GET") => ({ url: HERE + path, mode, method });
const server = (text: string, status = 200) => vi.fn(async () => new Response(text, { status })) as typeof fetch;
const PAGE = `<script src="${FED.first[0]}"></script>`;

test("our pages and the files of the build are the copy's business, and nothing that people wrote", () => {
  expect(kindOf(request(`/w/${"a".repeat(32)}`, "navigate"), HERE)).toBe("page");
  expect(kindOf(request("/join", "navigate"), HERE)).toBe("page");
  expect(kindOf(request("/static/assets/desk-Abc_12-x.js"), HERE)).toBe("file");
  for (const path of ["/api/workshops/1", "/socket.io/?EIO=4", "/who-can-see.json", "/static/index.html", "/healthz"]) {
    expect(kindOf(request(path), HERE)).toBe("");
  }
  expect(kindOf(request("/api/workshops", "navigate"), HERE)).toBe("");
  expect(kindOf(request("/join", "navigate", "POST"), HERE)).toBe("");
  expect(kindOf({ ...request("/join", "navigate"), url: "https://elsewhere.org/join" }, HERE)).toBe("");
});

test("the page comes from the server as long as that answers, so that no old one stands in its way", async () => {
  await install(FED, caches, server(PAGE));
  const text = async (asked: () => Promise<Response>) => (await page(FED, caches, asked)).text();
  expect(await text(async () => new Response("newer"))).toBe("newer");
  expect(await text(async () => new Response("proxy", { status: 502 }))).toBe(PAGE);
  expect(await text(() => Promise.reject(new TypeError()))).toBe(PAGE);
  expect(await text(async () => new Response("no such page", { status: 404 }))).toBe("no such page");
});

test("where the line hangs, the copy opens after a while", async () => {
  await install(FED, caches, server(PAGE));
  vi.useFakeTimers();
  const answer = page(FED, caches, () => new Promise<Response>(() => {}));
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await (await answer).text()).toBe(PAGE);
});

test("a copy is not made of a page and files that do not belong together", async () => {
  await expect(install(FED, caches, server("<script src='/static/assets/index-other000.js'>"))).rejects.toThrow();
  await expect(install(FED, caches, server(PAGE, 503))).rejects.toThrow();
});

test("a file is loaded once and kept, unless it was not there", async () => {
  const asked = new Request(`${HERE}/static/assets/vote-abcdefgh.js`);
  expect((await file(FED, caches, asked, server("gone", 404))).status).toBe(404);
  const load = server("code");
  for (let n = 0; n < 2; n += 1) expect(await (await file(FED, caches, asked, load)).text()).toBe("code");
  expect(load).toHaveBeenCalledTimes(1);
});

test("what a page had loaded before is kept too, and nothing else that it may name", async () => {
  await keep(FED, caches, ["/static/assets/you-abcdefgh.js", "/api/about", "/w/1", 7]);
  await keep(FED, caches, "nonsense");
  expect([...(held.all.get(nameOf(FED))?.keys() ?? [])]).toEqual(["/static/assets/you-abcdefgh.js"]);
});

test("a newer build lets go of what the older one kept, and of nothing of others", async () => {
  for (const name of ["folkmoot-b1", nameOf(FED), "other"]) await caches.open(name);
  await tidy(FED, caches);
  expect(await caches.keys()).toEqual([nameOf(FED), "other"]);
});
