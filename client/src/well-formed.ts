// Half of a sign that needs two code units, as it is left when a picture is cut in the middle: no server can read it.

// With "u" a whole pair is one sign, so that only halves are found.
const HALVES = /[\uD800-\uDFFF]/gu;

/** The text with "�" in the place of every half sign; a text without one stays as it is. */
export function wellFormed(text: string): string {
  const can = text as { toWellFormed?: () => string };
  // Browsers from before 2023 have no such method.
  return can.toWellFormed === undefined ? text.replace(HALVES, "\uFFFD") : can.toWellFormed();
}

/** The fields of a command, with every text in them well formed. */
export function wellFormedFields<T>(fields: T): T {
  const said = Object.entries(fields as Readonly<Record<string, unknown>>);
  return Object.fromEntries(said.map(([name, one]) => [name, typeof one === "string" ? wellFormed(one) : one])) as T;
}
