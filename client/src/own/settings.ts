// How this page looks and sounds on this device: one choice for all workshops, there before anything is drawn.
import { computed, effect, signal } from "@preact/signals";

/** What may be chosen, by name; the first is what nobody has to choose. */
export const CHOICES = {
  text: ["", "large", "larger", "largest"],
  /** What is spoken; each holds what stands before it. */
  say: ["all", "phases", "mine", "off"],
  motion: ["", "less"],
  sound: ["off", "on"],
  /** Single letters as shortcuts (WCAG 2.1.4). */
  keys: ["on", "off"],
  /** Empty: as the browser says. */
  saver: ["", "on", "off"],
  /** Empty: the board, and on a phone the list. */
  view: ["", "board", "list"],
} as const;

export type Settings = { readonly [name in keyof typeof CHOICES]: (typeof CHOICES)[name][number] };
type Names = readonly (keyof Settings)[];

const PLACE = "folkmoot-settings";
const NAMES = Object.keys(CHOICES) as unknown as Names;

/** What is kept, as far as it can be understood; an older or a newer page may have written it. */
export function settingsOf(text: string | null): Settings {
  let found: Readonly<Record<string, unknown>> = {};
  try {
    found = (JSON.parse(text ?? "{}") as typeof found) ?? {};
  } catch {
    // Not ours: as if nothing had been chosen.
  }
  const known = (name: keyof Settings) =>
    (CHOICES[name] as readonly unknown[]).includes(found[name]) ? found[name] : CHOICES[name][0];
  return Object.fromEntries(NAMES.map((name) => [name, known(name)])) as Settings;
}

function read(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null; // Storage is refused, in a frame say: the choice lasts as long as this page.
  }
}

export const settings = signal<Settings>(settingsOf(read()));

/** Chooses, and keeps it on this device. */
export function choose<N extends keyof Settings>(name: N, value: Settings[N]): void {
  settings.value = { ...settings.peek(), [name]: value };
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings.peek()));
  } catch {
    // As above.
  }
}

const asks = (what: string) => typeof matchMedia === "function" && matchMedia(what).matches;

/** Whether things are to stand still: because this device says so, or its person. */
export const still = () => settings.value.motion === "less" || asks("(prefers-reduced-motion: reduce)");

/** Whether single letters are shortcuts. */
export const letters = () => settings.value.keys === "on";

/** Whether what is heavy, such as a picture, is loaded only when somebody wants it. */
export const saves = computed(() => {
  const line = (navigator as { connection?: { readonly saveData?: boolean } }).connection;
  return settings.value.saver === "" ? line?.saveData === true : settings.value.saver === "on";
});

// The look is in the style sheets; the page says only what was chosen.
effect(() => {
  const { text, motion } = settings.value;
  if (typeof document === "undefined") return;
  document.documentElement.dataset.text = text;
  document.documentElement.dataset.motion = motion;
});
