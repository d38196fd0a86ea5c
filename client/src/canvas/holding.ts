// What is held just now, by hand or by keyboard, and the group that it would drop into.
import { signal } from "@preact/signals";

/** The keys that are being moved. */
export const held = signal<ReadonlySet<string>>(new Set());
/** The group under what is held, where it may be dropped; or "". */
export const over = signal("");
/** Whether the next tap says where what is chosen goes. */
export const carrying = signal(false);
