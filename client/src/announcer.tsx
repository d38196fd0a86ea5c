// The one polite voice. Bursts are gathered, so that thirty new cards are one sentence.
import { signal } from "@preact/signals";

const GATHER_MS = 700;
const REST_MS = 2500;

const spoken = signal("");
let gathered: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let last = Number.NEGATIVE_INFINITY;

function speak(): void {
  timer = undefined;
  last = performance.now();
  const text = gathered.join(" ");
  gathered = [];
  // The same sentence twice would be silent: a space at its end makes it new.
  spoken.value = text === spoken.peek() ? `${text}\u00a0` : text;
}

/** Has a sentence spoken soon, together with others that come meanwhile. The same sentence counts once. */
export function announce(sentence: string): void {
  if (sentence === "" || gathered.includes(sentence)) return;
  gathered.push(sentence);
  if (timer !== undefined) return;
  timer = setTimeout(speak, Math.max(GATHER_MS, last + REST_MS - performance.now()));
}

/** Goes once into every page. */
export function Announcer() {
  return (
    <div class="visually-hidden" aria-live="polite" aria-atomic="true" data-announcer>
      {spoken}
    </div>
  );
}
