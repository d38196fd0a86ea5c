// Coming in: what the device holds decides whether one joins, comes back, leads, or is the room's screen.
import { effect, signal, untracked } from "@preact/signals";
import { forgetAsked } from "./asking.ts";
import { startClock } from "./clock.ts";
import { connect, disconnect, status } from "./connection.ts";
import { get, post, Refused } from "./http.ts";
import { closeDevice, eraseDevice, forgetDevice, openDevice, shareDevice } from "./own/kept.ts";
import { ownSeat, screenPass } from "./own/seat.ts";
import { stopWatchingTabs, watchTabs } from "./own/tab.ts";
import { unsentWords } from "./own/unsent.ts";
import type { Seated, WorkshopReply } from "./protocol.gen.ts";
import type { Route } from "./routes.ts";
import { t } from "./words/words.ts";
import { clearView } from "./workshop.ts";

/** `join`: nobody on this device has a place yet. `in`: connected, or about to be. */
export type Door =
  | { readonly kind: "opening" }
  | { readonly kind: "join"; readonly title: string }
  | { readonly kind: "in" }
  | { readonly kind: "shut"; readonly say: string; readonly again: boolean }
  /** There is no such workshop any more; `deleted`: this was said just now. `words`: never sent from this device. */
  | { readonly kind: "gone"; readonly deleted: boolean; readonly words: readonly string[] };

type Place = Extract<Route, { page: "workshop" }>;

export const door = signal<Door>({ kind: "opening" });
/** The workshop that this page is about, or empty. */
export const here = signal("");

const NO_SUCH = "no_such_workshop";

let stopClock: () => void = () => {};
let opening = 0;

function comeIn(token: string): void {
  stopClock();
  stopClock = startClock();
  connect(token);
  door.value = { kind: "in" };
}

/** The workshop is no more: nothing of it stays on this device. What was never sent stays on the page until it is closed. */
async function eraseWorkshop(deleted: boolean): Promise<void> {
  const words = unsentWords();
  opening += 1;
  disconnect();
  forgetAsked();
  clearView();
  stopWatchingTabs();
  await eraseDevice();
  door.value = { kind: "gone", deleted, words };
}

/** Why this device is out: where the workshop itself is no more, nothing of it may stay here. */
async function heardOut(why: string): Promise<void> {
  const workshop = here.peek();
  if (why === "deleted" || why === NO_SUCH) await eraseWorkshop(why === "deleted");
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

function deviceLabel(): string {
  const agent = navigator.userAgent;
  const browser = /Edg|OPR|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? "";
  const system = /Android|iPhone|iPad|Windows|Mac|Linux/.exec(agent)?.[0] ?? "";
  return [browser.replace("Edg", "Edge").replace("OPR", "Opera"), system].filter(Boolean).join(", ").slice(0, 60);
}

async function takeLead(proof: { key: string } | { recovery_code: string }): Promise<void> {
  const name = ownSeat.peek()?.name ?? "";
  const body = { ...proof, name, label: deviceLabel() };
  const given = await post<Seated>(`/api/workshops/${here.peek()}/facilitators`, body);
  ownSeat.value = { seat: given.seat, token: given.token, role: given.role, name };
}

async function lead(place: Place): Promise<void> {
  if (place.key !== "" && ownSeat.peek()?.role !== "facilitator") await takeLead({ key: place.key });
}

/** Leads the workshop from this device by the recovery code. Throws `Refused`. */
export async function leadByCode(code: string): Promise<void> {
  await takeLead({ recovery_code: code });
  comeIn(ownSeat.peek()?.token ?? "");
}

async function showScreen(place: Place): Promise<void> {
  if (place.key === "") return;
  const { token } = await post<Seated>(`/api/workshops/${place.id}/screens`, { key: place.key });
  screenPass.value = { token };
}

/** Opens a workshop's door on this page. */
export async function openDoor(place: Place): Promise<void> {
  closeDoor();
  opening += 1;
  const mine = opening;
  here.value = place.id;
  try {
    await openDevice(place.id);
    if (mine !== opening) return;
    if (place.as === "screen") await showScreen(place);
    else {
      await watchTabs(place.id);
      if (mine !== opening) return;
      if (place.as === "facilitator") await lead(place);
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
    const { title } = await get<WorkshopReply>(`/api/workshops/${here.peek()}`);
    door.value = { kind: "join", title };
  } catch (problem) {
    shut(problem);
  }
}

/** Joins with a name or without one. Throws `Refused`. `shared`: nothing stays on this device. */
export async function join(name: string, shared: boolean): Promise<void> {
  const given = await post<Seated>(`/api/workshops/${here.peek()}/seats`, { name });
  ownSeat.value = { seat: given.seat, token: given.token, role: given.role, name };
  if (shared) {
    await shareDevice(here.peek());
    stopWatchingTabs();
  }
  comeIn(given.token);
}

/** Gives up the place on this device and, if asked to, everything else that is kept here. */
export async function leaveDevice(everything: boolean): Promise<void> {
  disconnect();
  forgetAsked();
  if (everything) await forgetDevice();
  else ownSeat.value = null;
  status.value = { kind: "out", say: everything ? t("shut.deleted") : "" };
}

/** Leaves the page's workshop; what the device keeps stays. */
export function closeDoor(): void {
  opening += 1;
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
