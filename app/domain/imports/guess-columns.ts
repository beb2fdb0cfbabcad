import { type ColumnContent, contentOf } from "./column-content";
import { FIELD_NAMES, foldName, NOUN_NAMES } from "./field-names";
import { IMPORT_FIELDS, type ImportNoun } from "./import-fields";

export type CustomField = { id: string; name: string };

export type ColumnGuess = ColumnContent & {
  /** A field, `custom:<id>`, or empty. */
  target: string;
  /** By its name, not only by what stands in it. */
  isSure: boolean;
};

type Header = { noun: ImportNoun; columns: readonly string[]; fields: readonly CustomField[] };

/** By what stands in a column whose name says nothing. */
const BY_CONTENT: Partial<Record<ColumnContent["kind"], string>> = { email: "email", phone: "phone" };

/** With which field each column is likely to be matched: by its name first, then by its cells; none twice. */
export function guessColumns(
  { noun, columns, fields }: Header,
  rows: readonly (readonly string[])[],
): ColumnGuess[] {
  const taken = new Set<string>();
  const names = namesOf(noun, fields);
  const byName = columns.map((column) => take(taken, names.get(foldName(column))));
  return columns.map((_, at) => {
    const content = contentOf(rows.map((row) => row[at] ?? ""));
    const named = byName[at] ?? null;
    if (named !== null) return { ...content, target: named, isSure: true };
    const wanted = noun === "products" ? undefined : BY_CONTENT[content.kind];
    return { ...content, target: take(taken, wanted) ?? "", isSure: false };
  });
}

function take(taken: Set<string>, target: string | undefined): string | null {
  if (target === undefined || taken.has(target)) return null;
  taken.add(target);
  return target;
}

function namesOf(noun: ImportNoun, fields: readonly CustomField[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const field of IMPORT_FIELDS[noun]) {
    for (const name of [...(FIELD_NAMES[field] ?? []), foldName(field)]) names.set(name, field);
  }
  for (const [field, own] of Object.entries(NOUN_NAMES[noun] ?? {})) {
    for (const name of own) names.set(name, field);
  }
  if (noun === "customers") for (const { id, name } of fields) names.set(foldName(name), `custom:${id}`);
  return names;
}
