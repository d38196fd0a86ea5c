// Where this device keeps things for one workshop: IndexedDB, else this tab, else only this page.
import { clear, createStore, get, set } from "idb-keyval";

/** How long things last: on the device, until the tab closes, or until the page is left. */
export type Keeping = "device" | "tab" | "page";

export interface Store {
  readonly keeping: Keeping;
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  clear(): Promise<void>;
  /** Deletes the place itself too, whose name tells which workshop it was for. */
  erase(): Promise<void>;
}

const PATIENCE_MS = 2000;

function within<T>(promise: Promise<T>): Promise<T> {
  // Some browsers neither open nor refuse a database: after a while that is a refusal.
  return Promise.race([
    promise,
    new Promise<T>((_, reject) => {
      setTimeout(() => reject(new Error("the database does not answer")), PATIENCE_MS);
    }),
  ]);
}

async function deviceStore(workshop: string): Promise<Store> {
  const name = `folkmoot-${workshop}`;
  const place = createStore(name, "own");
  await within(get("seat", place));
  const database = await place("readonly", (own) => own.transaction.db);
  // Another tab deletes it: that must not wait for this one.
  database.onversionchange = () => database.close();
  return {
    keeping: "device",
    get: (key) => get(key, place),
    set: (key, value) => set(key, value, place),
    clear: () => clear(place),
    erase: async () => {
      await clear(place);
      database.close();
      indexedDB.deleteDatabase(name);
    },
  };
}

function tabStore(workshop: string): Store {
  const before = `folkmoot:${workshop}:`;
  const names = () => Object.keys(sessionStorage).filter((name) => name.startsWith(before));
  sessionStorage.setItem(`${before}open`, "1");
  const clear = async () => {
    for (const name of names()) sessionStorage.removeItem(name);
  };
  return {
    keeping: "tab",
    get: async (key) => {
      const text = sessionStorage.getItem(before + key);
      return text === null ? undefined : (JSON.parse(text) as unknown);
    },
    set: async (key, value) => sessionStorage.setItem(before + key, JSON.stringify(value)),
    clear,
    erase: clear,
  };
}

function pageStore(): Store {
  const held = new Map<string, unknown>();
  return {
    keeping: "page",
    get: async (key) => held.get(key),
    set: async (key, value) => void held.set(key, value),
    clear: async () => held.clear(),
    erase: async () => held.clear(),
  };
}

function tabInUse(workshop: string): boolean {
  try {
    return sessionStorage.getItem(`folkmoot:${workshop}:open`) !== null;
  } catch {
    return false;
  }
}

/** Opens what this device keeps. `shared`: other people use this device, so keep it in the tab. */
export async function openStore(workshop: string, shared = false): Promise<Store> {
  if (!shared && !tabInUse(workshop)) {
    try {
      return await deviceStore(workshop);
    } catch {
      // Storage is refused here; the tab may still do.
    }
  }
  try {
    return tabStore(workshop);
  } catch {
    return pageStore();
  }
}
