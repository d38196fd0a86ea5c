import { signal } from "@preact/signals";
import type { Created } from "../protocol.gen.ts";

/** The workshop that was just made on this page, with its keys; gone when the page is left. */
export const made = signal<Created | null>(null);
