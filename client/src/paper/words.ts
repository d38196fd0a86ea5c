// The words of what is printed.
import paper from "../words/en-paper.json";
import { words } from "../words/words.ts";

export const p = words(paper, "paper");
