import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keeping } from "./kept.ts";

const posted: unknown[] = [];
const register = vi.fn(async () => {});
const gone = vi.fn(async () => true);

beforeEach(() => {
  vi.resetModules();
  posted.length = 0;
  register.mockClear();
  keeping.value = "device";
  vi.stubEnv("DEV", false);
  vi.stubGlobal("navigator", {
    ...navigator,
    serviceWorker: {
      register,
      ready: Promise.resolve({ active: { postMessage: (said: unknown) => posted.push(said) } }),
      getRegistrations: async () => [{ unregister: gone }],
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

async function installed() {
  // The copy asks which module's `keeping` is meant: the one that was loaded with it.
  const kept = await import("./kept.ts");
  kept.keeping.value = keeping.value;
  return import("./installed.ts");
}

test("the copy is put in place once, and told which files this page has loaded", async () => {
  const { install } = await installed();
  await install();
  await install();
  expect(register).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(posted)).toBe('[{"keep":[]}]');
});

test("on a shared device nothing is put in place", async () => {
  keeping.value = "tab";
  await (await installed()).install();
  expect(register).not.toHaveBeenCalled();
});

test("where there is none, or it is refused, everything goes on", async () => {
  register.mockRejectedValueOnce(new DOMException("refused"));
  await (await installed()).install();
  vi.stubGlobal("navigator", {});
  const { install, uninstall } = await installed();
  await install();
  await uninstall();
});

test("it can be taken away with all that it keeps", async () => {
  const deleted: string[] = [];
  vi.stubGlobal("caches", { keys: async () => ["folkmoot-a"], delete: async (name: string) => deleted.push(name) });
  await (await installed()).uninstall();
  expect(gone).toHaveBeenCalled();
  expect(deleted).toEqual(["folkmoot-a"]);
});
