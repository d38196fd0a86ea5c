// The people in the room, as those who lead may know them.
import type { SeatEntry } from "../../protocol.gen.ts";
import { t } from "./words.ts";

/** What each seat is called: its name, or "Guest 1", "Guest 2" in the order of joining. */
export function seatNames(seats: readonly SeatEntry[]): ReadonlyMap<string, string> {
  let guests = 0;
  const names = new Map<string, string>();
  for (const seat of seats) {
    if (seat.name === "") guests += 1;
    names.set(seat.id, seat.name === "" ? t("desk.guest", { count: guests }) : seat.name);
  }
  return names;
}

/** The short words beside a name: "you", "leads", "not here now". */
export function seatTags(seat: SeatEntry, own: string): string[] {
  return [
    ...(seat.id === own ? [t("desk.you")] : []),
    ...(seat.facilitator ? [t("desk.leads")] : []),
    ...(seat.here ? [] : [t("desk.away")]),
  ];
}
