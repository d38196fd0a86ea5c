// The language of this page: as this device says, else as the workshop does, else as the host and the browser do.
import { effect, signal } from "@preact/signals";
import { door } from "../door.ts";
import { firstSpoken, LANGUAGES, speak } from "../words/languages.ts";
import { workshop } from "../workshop.ts";

/** What the meeting program around this page speaks; empty where there is none, or it does not say. */
export const hostLanguage = signal("");

const PLACE = "folkmoot-language";
const PATIENCE_MS = 3_000;

function read(): string {
  try {
    return localStorage.getItem(PLACE) ?? "";
  } catch {
    return ""; // Storage is refused, in a frame say: the choice lasts as long as this page.
  }
}

/** What was chosen on this device; empty where nothing was. */
export const ownLanguage = signal(read());

/** Chooses a language, and keeps it on this device. */
export function chooseLanguage(code: string): void {
  ownLanguage.value = code;
  try {
    localStorage.setItem(PLACE, code);
  } catch {
    // As above.
  }
}

// What is chosen in one tab holds in the others of this device.
if (typeof addEventListener === "function") {
  addEventListener("storage", ({ key, newValue }) => {
    if (key === PLACE) ownLanguage.value = newValue ?? "";
  });
}

/** The language that this page is to speak now. */
export function fittingLanguage(): string {
  if (ownLanguage.value in LANGUAGES) return ownLanguage.value;
  const at = door.value;
  const here = workshop.value?.language ?? (at.kind === "join" ? at.language : "");
  return firstSpoken([here, hostLanguage.value, ...(navigator.languages ?? [navigator.language])]);
}

/** Speaks the fitting language from now on. Resolves when the page can be shown: soon, also over a slow line. */
export function followLanguage(): Promise<void> {
  let first: Promise<void> = Promise.resolve();
  effect(() => {
    first = speak(fittingLanguage());
  });
  return Promise.race([first, new Promise<void>((done) => setTimeout(done, PATIENCE_MS))]);
}
