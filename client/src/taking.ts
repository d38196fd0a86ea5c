// Taking a place in a workshop: by the link, as whoever leads, as the room's screen, or through a meeting program.
import { signal } from "@preact/signals";
import { post } from "./http.ts";
import { deviceLabel } from "./own/device-label.ts";
import { ownSeat, screenPass } from "./own/seat.ts";
import type { Seated } from "./protocol.gen.ts";

/** A name that somebody goes by elsewhere; only ever offered to them. */
export const offeredName = signal("");
/** The workshop that this page is about, or empty. */
export const here = signal("");

// How one takes a place: by the link, or through a meeting program, which says whose it is.
export type Taking = (name: string, token: string) => Promise<Seated>;
const byLink: Taking = (name) => post<Seated>(`/api/workshops/${here.peek()}/seats`, { name });
let take = byLink;

/** How places are taken from now on; by the link where nothing is said. */
export function takeBy(taking: Taking = byLink): void {
  take = taking;
}

/** Takes a place. Throws `Refused`. */
export async function takePlace(name: string): Promise<Seated> {
  const given = await take(name, "");
  keepSeat(given, name);
  return given;
}

function keepSeat({ seat, token, role }: Seated, name: string): void {
  ownSeat.value = { seat, token, role, name };
}

/** Leads the workshop from this device, by the key or by the recovery code. Throws `Refused`. */
export async function takeLead(proof: { key: string } | { recovery_code: string }): Promise<void> {
  const name = ownSeat.peek()?.name ?? "";
  const body = { ...proof, name, label: deviceLabel() };
  const given = await post<Seated>(`/api/workshops/${here.peek()}/facilitators`, body);
  ownSeat.value = { seat: given.seat, token: given.token, role: given.role, name };
}

/** Is the screen of a room, by the key or by a meeting program. Throws `Refused`. */
export async function takeScreen(id: string, key: string): Promise<void> {
  if (key === "" && take === byLink) return;
  const { token } = await (key === "" ? take("", "") : post<Seated>(`/api/workshops/${id}/screens`, { key }));
  screenPass.value = { token };
}

/** A meeting program has said who is here: they get their place again, or one that was just given to them. */
export async function takeAgain(as: string): Promise<void> {
  const own = ownSeat.peek();
  if (take !== byLink && (own !== null || as === "facilitator")) {
    keepSeat(await take("", own?.token ?? ""), own?.name ?? "");
  }
}
