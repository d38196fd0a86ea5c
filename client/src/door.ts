// Coming in: what the device holds decides whether one joins, comes back, leads, or is the room's screen.
import { effect, signal, untracked } from "@preact/signals";
import { forgetAsked } from "./asking.ts";
import { startClock } from "./clock.ts";
import { connect, disconnect, status } from "./connection.ts";
import { get, Refused } from "./http.ts";
import { closeDevice, eraseDevice, forgetDevice, openDevice, shareDevice, writing } from "./own/kept.ts";
import { arriving, offered, ownSeat, screenPass } from "./own/seat.ts";
import { dropSeat, eraseSeats, freeSlot, putSeat, seatsHere, storeOf } from "./own/seats.ts";
import { stopWatchingTabs, watchTabs } from "./own/tab.ts";
import { unsentWords } from "./own/unsent.ts";
import type { WorkshopReply } from "./protocol.gen.ts";
import type { Route } from "./routes.ts";
import { here, type Taking, takeAgain, takeBy, takeLead, takePlace, takeScreen } from "./taking.ts";
import { t } from "./words/words.ts";
import { clearView } from "./workshop.ts";

export { here } from "./taking.ts";

/** `join`: nobody on this device has a place yet. `in`: connected, or about to be. */
export type Door =
  | { readonly kind: "opening" }
  | { readonly kind: "join"; readonly title: string; readonly language: string }
  | { readonly kind: "in" }
  /** Several people share this device: who of them writes now? (E14) */
  | { readonly kind: "cover" }
  /** The place is on another device now, and nothing of it is here (E13). */
  | { readonly kind: "moved" }
  | { readonly kind: "shut"; readonly say: string; readonly again: boolean }
  /** There is no such workshop any more; `deleted`: this was said just now. `words`: never sent from this device. */
  | { readonly kind: "gone"; readonly deleted: boolean; readonly words: readonly string[] };

type Place = Extract<Route, { page: "workshop" }>;

export const door = signal<Door>({ kind: "opening" });
const INSTALL_MS = 3_000; // what is needed now comes first
const NO_SUCH = "no_such_workshop";

let stopClock: () => void = () => {};
let opening = 0;
// Which of the places on this device is open (`own/seats.ts`).
let slot = 1;
const moving = () => import("./own/moving.ts");

function comeIn(token: string): void {
  stopClock();
  stopClock = startClock();
  connect(token);
  door.value = { kind: "in" };
  setTimeout(() => void import("./own/installed.ts").then(({ install }) => install()).catch(() => {}), INSTALL_MS);
}

/** The workshop is no more: nothing of it stays on this device. What was never sent stays on the page until it is closed. */
async function eraseWorkshop(deleted: boolean): Promise<void> {
  const words = unsentWords();
  const workshop = here.peek();
  await eraseOwn();
  await eraseSeats(workshop);
  door.value = { kind: "gone", deleted, words };
}

/** Nothing of the place that is open here stays. */
async function eraseOwn(): Promise<void> {
  opening += 1;
  disconnect();
  forgetAsked();
  clearView();
  stopWatchingTabs();
  await eraseDevice();
  dropSeat(here.peek(), slot);
}

/** The place is on another device now: only there are its words from now on. */
async function goAway(): Promise<void> {
  await eraseOwn();
  door.value = { kind: "moved" };
}

/** This device calls off the move of its place. Throws `Refused`; until it can be reached, nothing is written here. */
export async function callOffMove(): Promise<void> {
  const { callOff } = await moving();
  if (await callOff(here.peek())) await goAway();
}

/** Whether this device is out because its place has moved: it said so, or its pass is no longer good. */
async function hasMoved(why: string): Promise<boolean> {
  if (why === "moved") return offered.peek() !== null || !writing.peek();
  if (why !== "bad_token" || offered.peek() === null) return false;
  const { callOff } = await moving();
  return callOff(here.peek()).catch(() => false);
}

/** Why this device is out: where the workshop itself is no more, nothing of it may stay here. */
async function heardOut(why: string): Promise<void> {
  const workshop = here.peek();
  if (await hasMoved(why)) await goAway();
  else if (why === "deleted" || why === NO_SUCH) await eraseWorkshop(why === "deleted");
  else if (why !== "") {
    const gone = await get(`/api/workshops/${workshop}`).catch((problem: unknown) => problem);
    if (gone instanceof Refused && gone.code === NO_SUCH && here.peek() === workshop) await eraseWorkshop(false);
  }
}

effect(() => {
  const { kind, why = "" } = status.value;
  if (kind === "out") untracked(() => void heardOut(why));
});

function shut(problem: unknown): void {
  const refused = problem instanceof Refused ? problem : new Refused("offline", String(problem));
  if (refused.code === NO_SUCH) {
    void eraseWorkshop(false);
    return;
  }
  door.value = { kind: "shut", say: refused.say, again: refused.code === "offline" };
}

async function lead(place: Place): Promise<void> {
  if (place.key !== "" && ownSeat.peek()?.role !== "facilitator") await takeLead({ key: place.key });
}

/** Leads the workshop from this device by the recovery code. Throws `Refused`. */
export async function leadByCode(code: string): Promise<void> {
  await takeLead({ recovery_code: code });
  comeIn(ownSeat.peek()?.token ?? "");
}

/** A place that is on its way: it goes on, or is called off. */
async function settleMove({ id, move = "" }: Place): Promise<void> {
  if (offered.peek() !== null) await callOffMove();
  if (move === "" && arriving.peek() === null) return;
  const { finish, unpackBundle } = await moving();
  if (move !== "" && arriving.peek() === null) {
    if (ownSeat.peek() !== null) {
      // Somebody has a place here already: what comes is kept beside it.
      putSeat(id, slot, ownSeat.peek()?.name ?? "");
      slot = freeSlot(id);
      await openDevice(storeOf(id, slot));
      await watchTabs(id, storeOf(id, slot));
    }
    await unpackBundle(move, id);
  }
  await finish(id);
  if (slot > 1) putSeat(id, slot, ownSeat.peek()?.name ?? "");
}

/** Opens a workshop's door on this page. `chosen`: which of those who share this device writes. `taking`: how one takes
 * a place there, also again on a device that has one; by the link where nothing is said. */
export async function openDoor(place: Place, chosen?: number, taking?: Taking): Promise<void> {
  closeDoor();
  takeBy(taking);
  opening += 1;
  const mine = opening;
  here.value = place.id;
  slot = chosen ?? 1;
  if (chosen === undefined && place.as === "participant" && !place.move && seatsHere(place.id).length > 0) {
    door.value = { kind: "cover" };
    return;
  }
  try {
    await openDevice(storeOf(place.id, slot));
    if (mine !== opening) return;
    if (place.as === "screen") await takeScreen(place.id, place.key);
    else {
      await watchTabs(place.id, storeOf(place.id, slot));
      if (mine !== opening) return;
      await settleMove(place);
      if (mine !== opening) return;
      if (place.as === "facilitator") await lead(place);
      await takeAgain(place.as);
    }
    const token = place.as === "screen" ? screenPass.peek()?.token : ownSeat.peek()?.token;
    if (mine !== opening) return;
    if (token) comeIn(token);
    else await askToJoin();
  } catch (problem) {
    if (mine === opening) shut(problem);
  }
}

/** Shows the page on which one joins. */
export async function askToJoin(): Promise<void> {
  try {
    const { title, language } = await get<WorkshopReply>(`/api/workshops/${here.peek()}`);
    door.value = { kind: "join", title, language };
  } catch (problem) {
    shut(problem);
  }
}

/** Joins with a name or without one. Throws `Refused`. `shared`: nothing stays on this device. */
export async function join(name: string, shared: boolean): Promise<void> {
  const given = await takePlace(name);
  if (shared) {
    await shareDevice();
    stopWatchingTabs();
  }
  if (slot > 1) putSeat(here.peek(), slot, name);
  comeIn(given.token);
}

/** Gives up the place on this device and, if asked to, everything else that is kept here. */
export async function leaveDevice(everything: boolean): Promise<void> {
  disconnect();
  forgetAsked();
  if (everything) await forgetDevice();
  else ownSeat.value = null;
  if (everything) dropSeat(here.peek(), slot);
  if (seatsHere(here.peek()).length > 0) return cover();
  status.value = { kind: "out", say: everything ? t("shut.deleted") : "" };
}

function cover(): void {
  const workshop = here.peek();
  closeDoor();
  here.value = workshop;
  door.value = { kind: "cover" };
}

/** Somebody else who shares this device is to write: nothing of this person stays on the page (E14). */
export function passOn(): void {
  putSeat(here.peek(), slot, ownSeat.peek()?.name ?? "");
  cover();
}

/** Leaves the page's workshop; what the device keeps stays. */
export function closeDoor(): void {
  opening += 1;
  takeBy();
  disconnect();
  forgetAsked();
  stopClock();
  stopClock = () => {};
  stopWatchingTabs();
  closeDevice();
  clearView();
  here.value = "";
  door.value = { kind: "opening" };
}
