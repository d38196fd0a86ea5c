// What Zoom calls things, in our words.
import type { RoleClaim, Surface } from "./adapter.ts";

const ROLES: Readonly<Record<string, RoleClaim>> = { host: "host", coHost: "cohost", attendee: "guest" };
const SURFACES: Readonly<Record<string, Surface>> = {
  inMeeting: "panel",
  inWebinar: "panel",
  inCollaborate: "stage",
  inImmersive: "stage",
  inDigitalSignage: "room",
};
const ROOMS: readonly string[] = ["sharedZoomRoom", "zoomRoomController"];

export const roleOf = (role: string): RoleClaim => ROLES[role] ?? "member";

/** Where in Zoom this page stands. `product`: which of Zoom's programs shows it. */
export function surfaceOf(context: string, product: string): Surface {
  return ROOMS.includes(product) ? "room" : (SURFACES[context] ?? "tab");
}
