// The one polite voice. Bursts are gathered, so that thirty new cards are one sentence; how much is said is the
// person's choice.
import { signal } from "@preact/signals";
import { settings } from "./own/settings.ts";

/** What a sentence is about: what this person did, how the workshop goes on, or what others add to the board. */
export type About = "mine" | "phases" | "all";

interface Waiting {
  readonly about: About;
  readonly say: () => string;
}

const GATHER_MS = 700;
const REST_MS = 1500;
/** Between two goes of what others do: a burst of five seconds is spoken in two (CTAUR 2 and 3). */
const CALM_MS = 5000;
const HEARS: Readonly<Record<typeof settings.value.say, readonly About[]>> = {
  all: ["mine", "phases", "all"],
  phases: ["mine", "phases"],
  mine: ["mine"],
  off: [],
};

const spoken = signal("");
let gathered = new Map<string, Waiting>();
let timer: ReturnType<typeof setTimeout> | undefined;
let due = 0;
let last = Number.NEGATIVE_INFINITY;
let lastOfOthers = Number.NEGATIVE_INFINITY;

function speak(): void {
  timer = undefined;
  const now = performance.now();
  const all = [...gathered.values()];
  gathered = new Map();
  last = now;
  if (all.some((one) => one.about === "all")) lastOfOthers = now;
  // Made only now, from everything that has come meanwhile.
  const text = [...new Set(all.map((one) => one.say()))].filter((sentence) => sentence !== "").join(" ");
  // The same sentence twice would be silent: a space at its end makes it new.
  if (text !== "") spoken.value = text === spoken.peek() ? `${text}\u00a0` : text;
}

/** Has something said under `key`, once, by what `say` gives when its moment has come. False: this person does not
 * want to hear such things. */
export function announceLater(key: string, say: () => string, about: About): boolean {
  if (!HEARS[settings.peek().say].includes(about)) return false;
  gathered.set(key, { about, say });
  const now = performance.now();
  const calm = about === "all" ? Math.max(last + REST_MS, lastOfOthers + CALM_MS) : last + REST_MS;
  const wanted = Math.max(now + GATHER_MS, calm);
  if (timer !== undefined && due <= wanted) return true;
  clearTimeout(timer);
  due = wanted;
  timer = setTimeout(speak, wanted - now);
  return true;
}

/** Has a sentence spoken soon, together with others that come meanwhile. The same sentence counts once. */
export function announce(sentence: string, about: About = "mine"): void {
  if (sentence !== "") announceLater(sentence, () => sentence, about);
}

/** Goes once into every page. */
export function Announcer() {
  return (
    <div class="visually-hidden" aria-live="polite" aria-atomic="true" data-announcer>
      {spoken}
    </div>
  );
}
