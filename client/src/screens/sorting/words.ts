import table from "../../words/en-list.json";
import { words } from "../../words/words.ts";

/** The words of sorting and reading out; loaded once the first card is shown. */
export const t = words(table, "list");
export type Key = keyof typeof table;
