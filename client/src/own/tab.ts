// One writing tab: two tabs of one workshop share what the device keeps, so only one may write (E13).
import { askForLost } from "./cards.ts";
import { keeping, rereadDevice, saved, writing } from "./kept.ts";

type Note = { readonly say: "anyone?" | "me" | "mine now" | "gone"; readonly from: number };

const LISTEN_MS = 250;
let take: () => void = () => {};
let letGo: () => void = () => {};
let decided: () => void = () => {};
let holds = true;
let paused = false;

/** Whether this is the one tab that may write, if none of them has to wait. */
function hold(has: boolean): void {
  holds = has;
  writing.value = has && !paused;
}

/** This device writes nothing, though it may: its place is on the way to another one. */
export function pauseWriting(): void {
  paused = true;
  hold(holds);
}

/** It writes again, if it is its turn. */
export function resumeWriting(): void {
  paused = false;
  hold(holds);
}

async function become(workshop: string): Promise<void> {
  await rereadDevice();
  hold(true);
  askForLost(workshop);
  decided();
}

function byLocks(name: string, workshop: string): void {
  let release: () => void = () => {};
  let over = false;
  const wait = () =>
    new Promise<void>((resolve) => {
      // The page has left this workshop while it waited: the next tab may have the lock.
      if (over) return resolve();
      release = resolve;
      void become(workshop);
    });
  const queue = () => {
    // Waits until the tab that writes is closed; a stolen lock ends in a rejection.
    navigator.locks.request(name, wait).catch(() => {
      hold(false);
      if (!over) queue();
    });
  };
  hold(false);
  queue();
  take = () => {
    navigator.locks.request(name, { steal: true }, wait).catch(() => {
      hold(false);
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
      hold(false);
      decided();
    }
    if (say === "gone") claim(Math.random() * LISTEN_MS);
  };
  hold(false);
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
 * `place`: where its things are kept. Resolves when that is known: nothing is typed into a tab that may have to read everything again. */
export async function watchTabs(workshop: string, place = workshop): Promise<void> {
  stopWatchingTabs();
  // What is kept in the tab or the page is shared with no other tab.
  if (keeping.peek() !== "device") return;
  const name = `folkmoot-${place}`;
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
  paused = false;
  hold(true);
}
