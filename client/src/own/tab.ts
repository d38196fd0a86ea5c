// One writing tab: two tabs of one workshop share what the device keeps, so only one may write (E13).
import { askForLost } from "./cards.ts";
import { keeping, rereadDevice, saved, writing } from "./kept.ts";

type Note = { readonly say: "anyone?" | "me" | "mine now" | "gone"; readonly from: number };

const LISTEN_MS = 250;
let take: () => void = () => {};
let letGo: () => void = () => {};
let decided: () => void = () => {};

async function become(workshop: string): Promise<void> {
  await rereadDevice();
  writing.value = true;
  askForLost(workshop);
  decided();
}

function byLocks(name: string, workshop: string): void {
  let release: () => void = () => {};
  let over = false;
  const hold = () =>
    new Promise<void>((resolve) => {
      // The page has left this workshop while it waited: the next tab may have the lock.
      if (over) return resolve();
      release = resolve;
      void become(workshop);
    });
  const queue = () => {
    // Waits until the tab that writes is closed; a stolen lock ends in a rejection.
    navigator.locks.request(name, hold).catch(() => {
      writing.value = false;
      if (!over) queue();
    });
  };
  writing.value = false;
  queue();
  take = () => {
    navigator.locks.request(name, { steal: true }, hold).catch(() => {
      writing.value = false;
      if (!over) queue();
    });
  };
  letGo = () => {
    over = true;
    release();
  };
}

function byChannel(name: string, workshop: string): void {
  const me = Math.random();
  const channel = new BroadcastChannel(name);
  const tell = (say: Note["say"]) => channel.postMessage({ say, from: me } satisfies Note);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const claim = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      tell("mine now");
      void become(workshop);
    }, wait);
  };
  channel.onmessage = (event: MessageEvent<Note>) => {
    const { say, from } = event.data;
    if (from === me) return;
    if (say === "anyone?" && writing.peek()) tell("me");
    if (say === "me" || say === "mine now") {
      clearTimeout(timer);
      writing.value = false;
      decided();
    }
    if (say === "gone") claim(Math.random() * LISTEN_MS);
  };
  writing.value = false;
  claim(LISTEN_MS);
  tell("anyone?");
  take = () => claim(0);
  const leave = () => {
    if (writing.peek()) tell("gone");
  };
  addEventListener("pagehide", leave);
  letGo = () => {
    clearTimeout(timer);
    removeEventListener("pagehide", leave);
    leave();
    channel.close();
  };
}

/** Finds out whether another tab of this workshop writes already, and keeps `writing` true to it.
 * Resolves when that is known: nothing is typed into a tab that may have to read everything again. */
export async function watchTabs(workshop: string): Promise<void> {
  stopWatchingTabs();
  // What is kept in the tab or the page is shared with no other tab.
  if (keeping.peek() !== "device") return;
  const name = `folkmoot-${workshop}`;
  const known = new Promise<void>((resolve) => {
    decided = resolve;
    setTimeout(resolve, 2 * LISTEN_MS);
  });
  if (typeof navigator !== "undefined" && navigator.locks) byLocks(name, workshop);
  else if (typeof BroadcastChannel !== "undefined") byChannel(name, workshop);
  else return;
  await known;
}

/** "Write here instead": this tab writes from now on, the other one reads. */
export async function writeHere(): Promise<void> {
  await saved();
  take();
}

/** Lets another tab write. */
export function stopWatchingTabs(): void {
  letGo();
  letGo = () => {};
  take = () => {};
  writing.value = true;
}
