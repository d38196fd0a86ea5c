import table from "../../words/en-moderation.json";
import { words } from "../../words/words.ts";

/** The words of what keeps the room safe; loaded once the first card is shown. */
export const t = words(table, "moderation");
