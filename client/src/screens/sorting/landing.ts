// Where the focus goes after one has moved a card: along with it, wherever the list shows it then.
import { effect } from "@preact/signals";
import { entries } from "../../workshop.ts";

const FOLLOW_MS = 2000;

/** Keeps the focus on a card that this person moved; not where they have gone elsewhere meanwhile. */
export function goAlong(id: string): void {
  const look = () => {
    const card = document.getElementById(`card-${id}`);
    if (card === null || document.activeElement !== document.body) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };
  const end = effect(() => {
    entries.value;
    setTimeout(look, 0); // once the list has been drawn
  });
  setTimeout(end, FOLLOW_MS);
}
