// The board as this device shows it: the view, and what was done here and is not answered yet.
import { computed } from "@preact/signals";
import { ahead } from "../own/ahead.ts";
import { changed } from "../register.ts";
import { entries, type ViewEntries } from "../workshop.ts";
import { type Layout, layoutOf } from "./layout.ts";

/** The view with one's own unanswered acts in it. */
export const shown = computed<ViewEntries>(() => {
  if (ahead.value.size === 0) return entries.value;
  const all = [...ahead.value];
  return changed(
    entries.value,
    all.filter(([, entry]) => entry !== null),
    all.flatMap(([key, entry]) => (entry === null ? [key] : [])),
  );
});

/** Where everything lies in it. */
export const layout = computed<Layout>(() => layoutOf(shown.value));
