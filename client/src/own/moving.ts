// Going on at another device (E13). The first one packs, and writes nothing until it knows whether the other one has
// taken over; the second one keeps everything before it says so. Each step may be repeated.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { askedFor, post, Refused } from "../http.ts";
import type { Bundle, Moved } from "../protocol.gen.ts";
import { newKey } from "../random.ts";
import device from "../words/en-device.json";
import { words } from "../words/words.ts";
import { opened, sealed } from "./bundle.ts";
import { askForLost } from "./cards.ts";
import { forgetDevice, packed, saved, unpack, writeAll } from "./kept.ts";
import { fromCode, newCode, plainCode } from "./move-code.ts";
import { arriving, type OwnSeat, offered, ownSeat } from "./seat.ts";
import { pauseWriting, resumeWriting } from "./tab.ts";

const d = words(device, "device");

/** What the bundle holds. `things`: by the names under which they are kept. */
interface Packed {
  readonly workshop: string;
  readonly seat: OwnSeat;
  readonly things: Readonly<Record<string, unknown>>;
}

export const LASTING_MS = 300_000;
// Of this device alone, or made anew in a moment.
const STAYS = ["seat", "screen", "offered", "arriving", "read", "answered"];

function read(closed: string, key: Uint8Array): Packed {
  try {
    return opened(closed, key) as Packed;
  } catch {
    throw new Refused("broken", d("move.broken"));
  }
}

const fetched = new Map<string, Packed>();
const used = new Set<string>();

const at = (workshop: string, what: string) => `/api/workshops/${workshop}/moves${what}`;

/** First device: stops writing, packs, and leaves the bundle at the server. Gives back the code.
 * Throws `Refused` and `TooMuch`; then this device writes again, unless only `callOff` can tell. */
export async function offer(workshop: string): Promise<string> {
  const seat = ownSeat.peek();
  if (seat === null) throw new Refused("bad_token", "");
  pauseWriting();
  const code = newCode();
  const { id, key } = await fromCode(code);
  await saved();
  const bundle: Packed = { workshop, seat, things: packed(STAYS) };
  let closed: string;
  try {
    closed = sealed(bundle, key);
  } catch (problem) {
    resumeWriting();
    throw problem;
  }
  // From here on another device may take over at any time, also if this page is closed.
  offered.value = { id };
  await saved();
  await askedFor<Moved>(at(workshop, ""), seat.token, { id, sealed: closed });
  return code;
}

/** First device: calls the move off, or learns that it has happened; whether it has. Throws `Refused`. */
export async function callOff(workshop: string): Promise<boolean> {
  const open = offered.peek();
  const token = ownSeat.peek()?.token ?? "";
  if (open === null) return false;
  try {
    const { moved } = await askedFor<Moved>(at(workshop, "/end"), token, { id: open.id });
    if (moved) return true;
  } catch (problem) {
    // Sent away for another reason: what is here stays here.
    if (!(problem instanceof Refused && ["bad_token", "no_such_workshop"].includes(problem.code))) throw problem;
  }
  offered.value = null;
  resumeWriting();
  writeAll();
  await saved();
  return false;
}

/** Second device: fetches the bundle of a code, once. Gives back the workshop's id. Throws `Refused`. */
export async function fetchBundle(code: string): Promise<string> {
  const known = fetched.get(code);
  if (known) return known.workshop;
  const { id, key } = await fromCode(code);
  const { sealed: closed } = await post<Bundle>("/api/moves/take", { id });
  const found = read(closed, key);
  fetched.set(code, found);
  return found.workshop;
}

/** Second device: where somebody goes who has typed a code. Throws `Refused`. */
export async function addressOfCode(typed: string): Promise<string> {
  const code = plainCode(typed);
  return `/w/${await fetchBundle(code)}#move-${code}`;
}

/** Second device: keeps what came with a code, in place of nothing. It counts once `finish` has said so. */
export async function unpackBundle(code: string, workshop: string): Promise<void> {
  if (used.has(code)) return;
  await fetchBundle(code);
  const found = fetched.get(code);
  if (found?.workshop !== workshop) throw new Refused("no_such_move", "");
  const { id } = await fromCode(code);
  unpack(found.things);
  arriving.value = { id, token: newKey(), seat: found.seat };
  await saved();
  fetched.delete(code);
  used.add(code);
}

/** Second device: the place is here from now on. Throws `Refused`: offline, it can be tried again; else nothing of
 * it stays here, since the first device has everything. */
export async function finish(workshop: string): Promise<void> {
  const coming = arriving.peek();
  if (coming === null) return;
  const { id, token, seat } = coming;
  try {
    const token_hash = bytesToHex(sha256(utf8ToBytes(token)));
    await askedFor<Moved>(at(workshop, "/finish"), seat.token, { id, token_hash });
  } catch (problem) {
    if (problem instanceof Refused && ["no_such_move", "bad_token"].includes(problem.code)) {
      await forgetDevice();
    }
    throw problem;
  }
  ownSeat.value = { ...seat, token };
  arriving.value = null;
  await saved();
  askForLost(workshop);
}
