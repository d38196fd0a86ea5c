// Until when the workshop is kept, in plain words.

import goodbye from "../words/en-goodbye.json";
import { dateInWords } from "../words/time.ts";
import { words } from "../words/words.ts";
import { keepingEntry } from "../workshop.ts";

const g = words(goodbye, "goodbye");

export function KeptUntil() {
  const kept = keepingEntry.value;
  if (kept === null || kept.days === 0) return null;
  return <p>{kept.day > 0 ? g("kept.on", { date: dateInWords(kept.day) }) : g("kept.for", { count: kept.days })}</p>;
}
