// The place that this device holds in the workshop; the same link comes back to it.
import type { SeatRole } from "../protocol.gen.ts";
import { kept } from "./kept.ts";

export interface OwnSeat {
  readonly seat: string;
  readonly token: string;
  readonly role: SeatRole;
  readonly name: string;
}

/** This device's place, or null before joining. */
export const ownSeat = kept<OwnSeat | null>("seat", null, true);

/** The pass of a room screen: it has no seat, and may live beside one on the same device. */
export const screenPass = kept<{ readonly token: string } | null>("screen", null, true);

/** The place is offered to another device, which may take it over at any moment: until that is known, this one
 * writes nothing. `id`: of the move. */
export const offered = kept<{ readonly id: string } | null>("offered", null, true);

/** A place that is about to come here from another device, whose pass still counts. `token`: the one from then on. */
export const arriving = kept<{ readonly id: string; readonly token: string; readonly seat: OwnSeat } | null>(
  "arriving",
  null,
  true,
);

/** Whether the person has seen the catch-up page of a workshop that was already under way (E10). */
export const caughtUp = kept<boolean>("caught_up", false);
