import { signal } from "@preact/signals";

/** The card whose dialog is open, and which one. It stands once on the page, so that a card that moves keeps it. */
export const opened = signal<{ readonly id: string; readonly how: "card" | "move" } | null>(null);

export const openCard = (id: string, how: "card" | "move" = "card"): void => {
  opened.value = { id, how };
};
