// The languages that this page speaks, and changing from one to another. English is always here; others are fetched.
import { batch } from "@preact/signals";
import { type Catalogue, speaking, spoken } from "./words.ts";

interface Language {
  /** What its speakers call it. */
  readonly name: string;
  readonly locale: string;
  readonly rightToLeft?: true;
}

/** Every language, by its ISO 639 code, in the order in which they are offered. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  en: { name: "English", locale: "en-GB" },
  cy: { name: "Cymraeg", locale: "cy" },
  ar: { name: "العربية", locale: "ar", rightToLeft: true },
  de: { name: "Deutsch", locale: "de" },
  es: { name: "Español", locale: "es" },
  fr: { name: "Français", locale: "fr" },
  pl: { name: "Polski", locale: "pl" },
};

const files = import.meta.glob<Catalogue>(["./??.json", "!./en.json"], { import: "default" });

/** The first of these wishes that we speak (`cy-GB` is Welsh), or English. */
export function firstSpoken(wishes: readonly string[]): string {
  const codes = wishes.map((wish) => wish.toLowerCase().split("-")[0] ?? "");
  return codes.find((code) => code in LANGUAGES) ?? "en";
}

let wanted = "en";

/** Speaks a language from now on. What cannot be fetched leaves the language as it is. The last wish wins. */
export async function speak(code: string): Promise<void> {
  wanted = code;
  const language = LANGUAGES[code];
  if (language === undefined || spoken.peek().code === code) return;
  const catalogue = code === "en" ? {} : await files[`./${code}.json`]?.().catch(() => undefined);
  if (catalogue === undefined || wanted !== code) return;
  batch(() => {
    spoken.value = speaking(code, language.locale, catalogue);
    document.documentElement.lang = language.locale;
    document.documentElement.dir = language.rightToLeft ? "rtl" : "ltr";
  });
}

/** The locale of the page's language, for dates. Digits as everywhere on the page. */
export function locale(): string {
  return `${LANGUAGES[spoken.value.code]?.locale ?? "en-GB"}-u-nu-latn`;
}
