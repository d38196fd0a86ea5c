import { afterEach, expect, test } from "vitest";
import { followTheme } from "./theme.ts";

function sheet(): MediaList {
  const style = document.createElement("style");
  style.textContent =
    "@media (prefers-color-scheme: dark) { :root { --paper: #000 } } @media print { :root { color: red } }";
  document.head.append(style);
  return ((style.sheet as CSSStyleSheet).cssRules[0] as CSSMediaRule).media;
}

afterEach(() => {
  followTheme("");
  document.head.replaceChildren();
});

test("the rules for dark screens hold where the host is dark, and do not where it is light", () => {
  const media = sheet();
  followTheme("dark");
  expect([media.mediaText, document.documentElement.style.colorScheme]).toEqual(["all", "dark"]);
  followTheme("light");
  expect([media.mediaText, document.documentElement.style.colorScheme]).toEqual(["not all", "light"]);
  followTheme("");
  expect([media.mediaText, document.documentElement.style.colorScheme]).toEqual(["(prefers-color-scheme: dark)", ""]);
});

test("other rules stay as they are", () => {
  sheet();
  followTheme("dark");
  const rules = document.styleSheets[0]?.cssRules as CSSRuleList;
  expect((rules[1] as CSSMediaRule).media.mediaText).toBe("print");
});
