// Coming in from a meeting: what its program proves goes to our server, which tells which workshop this is.
import { effect, signal } from "@preact/signals";
import { openDoor } from "../door.ts";
import { post, Refused } from "../http.ts";
import { hostLanguage } from "../own/language.ts";
import type { Admit, Admitted, Seated } from "../protocol.gen.ts";
import { here, offeredName, type Taking } from "../taking.ts";
import { session } from "../workshop.ts";
import { type HostAdapter, type HostContext, type HostName, type HostPage, PLAIN, type Shared } from "./adapter.ts";
import { hostIn, meetHost } from "./around.ts";
import { followTheme } from "./theme.ts";

/** `waiting`: nobody has started in this meeting. `plain`: nothing tells which meeting this is; `say`: why. */
export type Meeting =
  | { readonly kind: "finding" }
  | { readonly kind: "waiting"; readonly admitted: Admitted }
  | { readonly kind: "plain"; readonly say: string; readonly again: boolean }
  | { readonly kind: "in"; readonly admitted: Admitted };

export const meeting = signal<Meeting>({ kind: "finding" });
/** What the program around this page says now. */
export const context = signal<HostContext>(PLAIN);
/** It should have been there, and has said nothing. */
export const silent = signal(false);

const AGAIN_MS = 3_000;

let host: HostName = "link";
let around: HostAdapter | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const admit = (asked: Admit) => post<Admitted>(`/api/hosts/${host}/admit`, asked);

/** Finds the meeting around `page`. `path`: the page's address. */
export async function begin(page: HostPage, path: string): Promise<void> {
  host = hostIn(path) || "link";
  const found = await meetHost(host, page);
  around = found.adapter;
  silent.value = found.silent;
  if (around.name === "link") {
    meeting.value = { kind: "plain", say: "", again: false };
    return;
  }
  follow(around);
  await look();
}

function follow(adapter: HostAdapter): void {
  const hear = () => {
    const before = context.peek();
    const now = adapter.now();
    context.value = now;
    // The server finds out what is proved, and has this page open anew where somebody leads now, or no more.
    if (now.role !== before.role && meeting.peek().kind === "in") void again();
  };
  context.value = adapter.now();
  offeredName.value = context.peek().name;
  adapter.follow(hear);
}

effect(() => followTheme(context.value.theme));
effect(() => {
  hostLanguage.value = context.value.locale;
});

/** Asks which workshop this meeting has, with a new proof. */
export async function look(): Promise<void> {
  try {
    const proof = (await around?.proof()) ?? {};
    await heard(await admit({ proof, look: true }));
  } catch (problem) {
    failed(problem);
  }
}

function failed(problem: unknown): void {
  const refused = problem instanceof Refused ? problem : null;
  meeting.value = { kind: "plain", say: refused?.say ?? "", again: refused?.code === "offline" };
}

async function heard(admitted: Admitted, given?: Seated): Promise<void> {
  clearTimeout(timer);
  if (!admitted.meeting) {
    meeting.value = { kind: "plain", say: "", again: false };
    return;
  }
  if (admitted.workshop === "") {
    meeting.value = { kind: "waiting", admitted };
    timer = setTimeout(() => void wait(admitted.ticket), AGAIN_MS);
    return;
  }
  meeting.value = { kind: "in", admitted };
  const { ticket, workshop: id } = admitted;
  const screen = context.peek().surface === "room";
  let first = given;
  const taking: Taking = async (name, token) => {
    const seated = first ?? (await admit({ proof: {}, ticket, name, token, screen }));
    first = undefined;
    return seated;
  };
  const as = screen ? "screen" : given === undefined ? "participant" : "facilitator";
  await openDoor({ page: "workshop", id, as, key: "" }, undefined, taking);
}

async function wait(ticket: string): Promise<void> {
  try {
    await heard(await admit({ proof: {}, ticket, look: true }));
  } catch (problem) {
    if (problem instanceof Refused && problem.code === "offline") timer = setTimeout(() => void wait(ticket), AGAIN_MS);
    else await look(); // The ticket is too old.
  }
}

/** Somebody's part in the meeting has changed. */
async function again(): Promise<void> {
  try {
    const proof = (await around?.proof()) ?? {};
    const { ticket } = await admit({ proof, look: true });
    const { token } = await import("../own/seat.ts").then(({ ownSeat }) => ownSeat.peek() ?? { token: "" });
    const { role } = await admit({ proof: {}, ticket, token });
    if (role !== session.peek()?.role) location.reload();
  } catch {
    // They stay what they are; the server has the last word anyway.
  }
}

/** Starts a workshop in this meeting, or brings one into it. Throws `Refused`. */
export async function start(asked: Omit<Admit, "proof" | "ticket" | "look">): Promise<void> {
  const now = meeting.peek();
  if (now.kind !== "waiting") return;
  clearTimeout(timer);
  try {
    // Whoever starts it leads it, and has a place in it at once.
    const admitted = await admit({ proof: {}, ticket: now.admitted.ticket, ...asked });
    await heard(admitted, admitted.token === "" ? undefined : admitted);
  } catch (problem) {
    timer = setTimeout(() => void wait(now.admitted.ticket), AGAIN_MS);
    throw problem;
  }
}

/** Whether the program has a stage on which everybody can be shown this. */
export const hasStage = () => around?.stage === true;

/** Shows the workshop to everybody in the meeting. */
export async function share(): Promise<Shared> {
  const id = here.peek();
  return (await around?.share(`${location.origin}/host/${host}?w=${id}`)) ?? "cannot";
}
