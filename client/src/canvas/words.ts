// The words of the board.
import canvas from "../words/en-canvas.json";
import { words } from "../words/words.ts";

export const c = words(canvas, "canvas");
