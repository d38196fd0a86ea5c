// Every sentence that people read, by key; `{name}` is filled in, and `count` picks the plural form.
import { signal } from "@preact/signals";
import en from "./en.json";

type Plural = { readonly other: string; readonly [form: string]: string | undefined };
export type Table = Readonly<Record<string, string | Plural>>;
export type Values = Readonly<Record<string, string | number>>;
/** All tables of one language, by the names that `words` is given. */
export type Catalogue = Readonly<Record<string, Table>>;

/** A language, with what it needs to fill in a sentence. `code`: ISO 639. */
export interface Spoken {
  readonly code: string;
  readonly catalogue: Catalogue;
  readonly plurals: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
}

/** What a language needs. Digits are the same everywhere, so that a clock and a sentence agree. */
export function speaking(code: string, locale: string, catalogue: Catalogue): Spoken {
  const plurals = new Intl.PluralRules(locale);
  return { code, catalogue, plurals, numbers: new Intl.NumberFormat(locale, { numberingSystem: "latn" }) };
}

const ENGLISH = speaking("en", "en-GB", {});

/** The language of this page. Whoever shows words is shown anew when it changes. */
export const spoken = signal<Spoken>(ENGLISH);

/** The words of the page's language under a key, if it has any: whoever asks has English ones. */
export function translated(table: string, key: string): string | undefined {
  const found = spoken.value.catalogue[table]?.[key];
  return typeof found === "object" ? found.other : found;
}

function filled(text: string, values: Values, { numbers }: Spoken): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "number" ? numbers.format(value) : (value ?? whole);
  });
}

/** The sentence under a key of `table`, the English one. A missing key is a type error. `name`: of the table elsewhere. */
export function words<T extends Table>(table: T, name = ""): (key: keyof T & string, values?: Values) => string {
  return (key, values = {}) => {
    const ours = spoken.value.catalogue[name]?.[key];
    const by = ours === undefined ? ENGLISH : spoken.value;
    const found = ours ?? (table[key] as string | Plural);
    const text = typeof found === "string" ? found : (found[by.plurals.select(Number(values.count))] ?? found.other);
    return filled(text, values, by);
  };
}

/** The words of the participant's pages. */
export const t = words(en, "first");
export type Key = keyof typeof en;
