// The dialog of the card that somebody opened, wherever that card stands or goes meanwhile.
import { cardOf, entries } from "../../workshop.ts";
import { CardDialog } from "../moderation/card-dialog.tsx";
import { MoveTo } from "./move-to.tsx";
import { opened } from "./opened.ts";

export default function OpenCard() {
  const at = opened.value;
  const card = cardOf(entries.value, at?.id ?? "");
  if (at === null || card === null) return null;
  // What closes is this dialog, and not one that was opened in its place meanwhile.
  const close = () => {
    if (opened.peek() === at) opened.value = null;
  };
  return at.how === "move" ? (
    <MoveTo key={card.id} card={card} onClose={close} />
  ) : (
    <CardDialog card={card} open onClose={close} />
  );
}
