// The words of "Everyone look here".
import here from "../words/en-look-here.json";
import { words } from "../words/words.ts";

export const h = words(here, "look-here");
