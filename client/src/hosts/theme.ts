// Light or dark as the host is, and not as the device: the rules for dark screens are switched on or off where they stand.
import type { Theme } from "./adapter.ts";

const DARK = /prefers-color-scheme:\s*dark/;
const ruled = new Map<MediaList, string>();
let wanted: Theme | "" = "";
let watching = false;

function* mediaIn(rules: CSSRuleList): Generator<MediaList> {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule && (ruled.has(rule.media) || DARK.test(rule.media.mediaText))) yield rule.media;
    else if ("cssRules" in rule) yield* mediaIn(rule.cssRules as CSSRuleList);
  }
}

function apply(): void {
  const dark = wanted === "dark" || wanted === "contrast";
  document.documentElement.style.colorScheme = wanted === "" ? "" : dark ? "dark" : "light";
  for (const sheet of document.styleSheets) {
    for (const media of mediaIn(sheet.cssRules)) {
      if (!ruled.has(media)) ruled.set(media, media.mediaText);
      media.mediaText = wanted === "" ? (ruled.get(media) as string) : dark ? "all" : "not all";
    }
  }
}

/** Shows the page as the host is; empty: as the device says. Holds for styles that come later, too. */
export function followTheme(theme: Theme | ""): void {
  wanted = theme;
  apply();
  if (watching || theme === "") return;
  watching = true;
  // A style sheet that comes with a later screen begins as the device says.
  document.addEventListener("load", ({ target }) => target instanceof HTMLLinkElement && apply(), true);
}
