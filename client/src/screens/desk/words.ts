import desk from "../../words/en-desk.json";
import { words } from "../../words/words.ts";

/** The words of the screens that only those who lead, and the room's screen, load. */
export const t = words(desk, "desk");
