// Lengths of time, and dates, in words.
import { locale } from "./languages.ts";
import { t } from "./words.ts";

/** "23 December 2026", for a day counted from 1970: the same date for everybody, wherever they are. */
export function dateInWords(day: number): string {
  return new Date(day * 86_400_000).toLocaleDateString(locale(), { dateStyle: "long", timeZone: "UTC" });
}

/** "4 minutes 5 seconds", in whole words, for those who listen; never less than "0 seconds". */
export function timeInWords(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  const rest = t("time.seconds", { count: left % 60 });
  if (left < 60) return rest;
  const minutes = t("time.minutes", { count: Math.floor(left / 60) });
  return left % 60 === 0 ? minutes : t("time.both", { minutes, seconds: rest });
}
