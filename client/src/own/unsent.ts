// The words on this device that nobody else has.
import { ownCards } from "./cards.ts";
import { drafts } from "./drafts.ts";
import { outbox } from "./outbox.ts";

/** All words on this device that would be lost: not sent, not answered, or not taken. */
export function unsentWords(): string[] {
  const waiting = outbox.value.flatMap(({ fields }) => {
    const said = fields as Readonly<Record<"text" | "name" | "value", string | undefined>>;
    return [said.text ?? said.name ?? said.value ?? ""];
  });
  const own = ownCards.value.flatMap((card) => [card.state === "saved" ? "" : card.text, card.unsaved]);
  const typed = Object.values(drafts.value).map((draft) => draft.text);
  return [...new Set([...waiting, ...own, ...typed].map((text) => text.trim()))].filter(Boolean);
}
