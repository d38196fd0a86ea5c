// Several people who share one device: each has a place of their own in the workshop, with words, keys and ballot
// kept apart. Only their names stand here, side by side.
import { keeping } from "./kept.ts";
import { openStore } from "./store.ts";

/** Somebody who writes on this device. `slot`: which of its places is theirs, from 1. */
export interface SeatHere {
  readonly slot: number;
  readonly name: string;
}

const placeOf = (workshop: string) => `folkmoot-seats:${workshop}`;

function read(storage: () => Storage, workshop: string): readonly SeatHere[] {
  try {
    return JSON.parse(storage().getItem(placeOf(workshop)) ?? "[]") as readonly SeatHere[];
  } catch {
    return []; // Storage is refused, or what stands there is not ours.
  }
}

const held = new Map<string, readonly SeatHere[]>();
const STORAGES = [() => sessionStorage, () => localStorage];

/** Those who share this device, in the order in which they came. Empty where it is one person's. */
export function seatsHere(workshop: string): readonly SeatHere[] {
  const found = STORAGES.map((storage) => read(storage, workshop)).find((seats) => seats.length > 0);
  return found ?? held.get(workshop) ?? [];
}

function write(workshop: string, seats: readonly SeatHere[]): void {
  held.set(workshop, seats);
  for (const [at, storage] of STORAGES.entries()) {
    try {
      // On a device of the public, only in this tab.
      const fits = keeping.peek() === "device" ? at === 1 : at === 0;
      if (fits && seats.length > 0) storage().setItem(placeOf(workshop), JSON.stringify(seats));
      else storage().removeItem(placeOf(workshop));
    } catch {
      // The page holds it.
    }
  }
}

/** Somebody has this place; a new name takes the place of the old one. */
export function putSeat(workshop: string, slot: number, name: string): void {
  const others = seatsHere(workshop).filter((seat) => seat.slot !== slot);
  write(
    workshop,
    [...others, { slot, name }].sort((a, b) => a.slot - b.slot),
  );
}

/** Nobody has this place any more. */
export function dropSeat(workshop: string, slot: number): void {
  const left = seatsHere(workshop).filter((seat) => seat.slot !== slot);
  write(workshop, left);
}

/** A place that nobody has had. */
export function freeSlot(workshop: string): number {
  return Math.max(1, ...seatsHere(workshop).map((seat) => seat.slot)) + 1;
}

/** Where the things of a place are kept. */
export function storeOf(workshop: string, slot: number): string {
  return slot === 1 ? workshop : `${workshop}.${slot}`;
}

/** The workshop is no more: nothing of anybody's place stays here. */
export async function eraseSeats(workshop: string): Promise<void> {
  for (const { slot } of seatsHere(workshop)) {
    const store = await openStore(storeOf(workshop, slot));
    await store.erase();
    dropSeat(workshop, slot);
  }
}
