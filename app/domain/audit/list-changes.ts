/** One field of an act's before and after, as text; null where there was nothing. */
export type Change = { field: string; before: string | null; after: string | null };

const LONGEST = 500;
const MOST_FIELDS = 50;

/** What an act changed, field by field. Fields that stayed the same are left out. */
export function listChanges(before: unknown, after: unknown): Change[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
    .slice(0, MOST_FIELDS);
}

function fieldsOf(values: unknown): Map<string, string | null> {
  if (values === null || values === undefined) return new Map();
  if (typeof values !== "object" || Array.isArray(values)) return new Map([["value", textOf(values)]]);
  return new Map(Object.entries(values).map(([field, value]) => [field, textOf(value)]));
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
