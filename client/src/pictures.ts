// Pictures on the board: sent as bytes, fetched with the token, and held in memory only, for as long as this page lives.
import { effect, signal } from "@preact/signals";
import { Refused } from "./http.ts";
import { ownSeat, screenPass } from "./own/seat.ts";
import { saves } from "./own/settings.ts";
import type { PictureReply } from "./protocol.gen.ts";
import pictures from "./words/en-pictures.json";
import { words } from "./words/words.ts";
import { workshop } from "./workshop.ts";

export const p = words(pictures, "pictures");

/** The longest side that a picture is kept with (`server/pictures.py`). */
const LONGEST_SIDE = 1600;
/** Bytes from which a picture is made smaller before it is sent. */
const LARGE = 500_000;
/** How long the longer side of a picture is on the board at first, in units of the board. */
const [LEAST, MOST] = [96, 320];

/** The pictures that somebody asked to see although this device saves data. */
const wanted = signal<ReadonlySet<string>>(new Set());
const addresses = new Map<string, Promise<string>>();

/** Whether this picture is fetched by itself. */
export const isShown = (file: string) => !saves.value || wanted.value.has(file);

export function want(file: string): void {
  wanted.value = new Set([...wanted.peek(), file]);
}

// What was seen in one workshop is not kept for another.
let inside = "";
effect(() => {
  const id = workshop.value?.id ?? "";
  if (id === inside) return;
  inside = id;
  for (const address of addresses.values()) address.then(URL.revokeObjectURL, () => {});
  addresses.clear();
  wanted.value = new Set();
});

const pathOf = (file = "") => `/api/workshops/${workshop.peek()?.id ?? ""}/pictures${file && `/${file}`}`;
const tokenOf = () => ownSeat.peek()?.token ?? screenPass.peek()?.token ?? "";

/** The bytes of a picture. Throws `Refused`. */
export async function pictureOf(file: string): Promise<Blob> {
  const init = { headers: { Authorization: `Bearer ${tokenOf()}` }, credentials: "omit" } as const;
  const response = await fetch(pathOf(file), { ...init, referrerPolicy: "no-referrer" }).catch(() => null);
  if (response === null) throw new Refused("offline", p("offline"));
  if (!response.ok) throw new Refused("gone", p("gone"));
  return response.blob();
}

/** The address under which this page shows a picture; fetched once. Throws `Refused`. */
export function pictureAddress(file: string): Promise<string> {
  const known = addresses.get(file);
  if (known !== undefined) return known;
  const made = pictureOf(file).then((body) => URL.createObjectURL(body));
  addresses.set(file, made);
  made.catch(() => addresses.delete(file)); // the next one who asks tries again
  return made;
}

/** Sends a picture; `progress` hears how much of it is through, from 0 to 1. Throws `Refused`. */
export function sendPicture(body: Blob, progress: (part: number) => void): Promise<PictureReply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch does not tell how far it is
    request.open("POST", pathOf());
    request.setRequestHeader("Authorization", `Bearer ${tokenOf()}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onerror = () => reject(new Refused("offline", p("offline")));
    request.onload = () => {
      const said = request.response as (PictureReply & { code?: string; say?: string }) | null;
      if (request.status === 201 && said) {
        // Its sender has it already: nothing is fetched, and it is there before the server has the item.
        addresses.set(said.file, Promise.resolve(URL.createObjectURL(body)));
        want(said.file);
        resolve(said);
      } else reject(new Refused(said?.code ?? "offline", said?.say ?? p("offline")));
    };
    request.send(body);
  });
}

/** A picture that is large, made smaller on this device: less is sent. One that cannot be read is sent as it is. */
export async function lighter(file: Blob): Promise<Blob> {
  if (file.size < LARGE || typeof createImageBitmap !== "function") return file;
  const read = await createImageBitmap(file).catch(() => null);
  if (read === null) return file;
  const shrink = Math.min(1, LONGEST_SIDE / Math.max(read.width, read.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(read.width * shrink), Math.round(read.height * shrink)];
  const pen = canvas.getContext("2d");
  if (pen === null) return file;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(read, 0, 0, canvas.width, canvas.height);
  const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return made !== null && made.size < file.size ? made : file;
}

/** How large a picture lies on the board at first. */
export function sizeOnBoard({ width, height }: { readonly width: number; readonly height: number }) {
  const longest = Math.max(width, height, 1);
  const scale = Math.min(MOST, Math.max(LEAST, longest)) / longest;
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
