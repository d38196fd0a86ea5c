// Every sentence that people read, by key; `{name}` is filled in, and `count` picks the plural form.
import en from "./en.json";

type Plural = { readonly one?: string; readonly other: string; readonly [form: string]: string | undefined };
export type Table = Readonly<Record<string, string | Plural>>;
export type Values = Readonly<Record<string, string | number>>;

const plurals = new Intl.PluralRules("en");

/** The sentence under a key of `table`. A missing key is a type error. */
export function words<T extends Table>(table: T): (key: keyof T & string, values?: Values) => string {
  return (key, values = {}) => {
    const found: string | Plural = table[key] as string | Plural;
    const text = typeof found === "string" ? found : (found[plurals.select(Number(values.count))] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}

/** The words of the participant's pages. */
export const t = words(en);
export type Key = keyof typeof en;
