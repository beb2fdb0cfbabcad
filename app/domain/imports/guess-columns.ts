import { type ColumnContent, contentOf } from "./column-content";
import { EXPORT_NAMES, WEAK_NAMES } from "./export-names";
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

/** A column that its name speaks for; of several that claim one target the lowest rank has it. */
type Claim = { at: number; target: string; rank: number };

/** By what stands in a column whose name says nothing. */
const BY_CONTENT: Partial<Record<ColumnContent["kind"], string>> = { email: "email", phone: "phone" };
const CONTACTS = Object.values(BY_CONTENT);
const WEAK = 1;
const EMPTY = 2;

/** With which field each column is likely to be matched: by its name first, then by its cells; none twice. */
export function guessColumns(header: Header, rows: readonly (readonly string[])[]): ColumnGuess[] {
  const contents = header.columns.map((_, at) => contentOf(rows.map((row) => row[at] ?? "")));
  const named = new Map<number, string>();
  const taken = new Set<string>();
  for (const { at, target } of claimsOf(header, contents)) {
    if (take(taken, target) !== null) named.set(at, target);
  }
  return contents.map((content, at) => {
    const target = named.get(at);
    if (target !== undefined) return { ...content, target, isSure: true };
    const wanted = header.noun === "products" ? undefined : BY_CONTENT[content.kind];
    return { ...content, target: take(taken, wanted) ?? "", isSure: false };
  });
}

function take(taken: Set<string>, target: string | undefined): string | null {
  if (target === undefined || taken.has(target)) return null;
  taken.add(target);
  return target;
}

/** The strongest claims first; of a contact's columns one that holds nothing claims last. */
function claimsOf({ noun, columns, fields }: Header, contents: readonly ColumnContent[]): Claim[] {
  const names = namesOf(noun, fields);
  const claims = columns.flatMap((column, at): Claim[] => {
    const { kind, examples } = contents[at] ?? { kind: "empty", examples: [] };
    const claim = isOrderName(noun, column, examples)
      ? { target: "order", rank: 0 }
      : names.get(foldName(column));
    if (!claim) return [];
    const isEmptyContact = kind === "empty" && CONTACTS.includes(claim.target);
    return [{ at, target: claim.target, rank: claim.rank + (isEmptyContact ? EMPTY : 0) }];
  });
  return claims.toSorted((a, b) => a.rank - b.rank || a.at - b.at);
}

/** Shopify calls the column of orders' numbers "Name". Nobody's name is one word with a digit. */
function isOrderName(noun: ImportNoun, column: string, examples: readonly string[]): boolean {
  const isName = noun === "orders" && foldName(column) === "name";
  return (
    isName && examples.length > 0 && examples.every((example) => /\d/.test(example) && !/\s/.test(example))
  );
}

function namesOf(noun: ImportNoun, fields: readonly CustomField[]): Map<string, Omit<Claim, "at">> {
  const names = new Map<string, Omit<Claim, "at">>();
  const add = (known: Readonly<Record<string, readonly string[]>>, rank: number) => {
    for (const [target, own] of Object.entries(known))
      for (const name of own) names.set(name, { target, rank });
  };
  add(WEAK_NAMES[noun], WEAK);
  add(Object.fromEntries(IMPORT_FIELDS[noun].map((field) => [field, namesOfField(field)])), 0);
  add(NOUN_NAMES[noun], 0);
  add(EXPORT_NAMES[noun], 0);
  if (noun === "customers")
    add(Object.fromEntries(fields.map(({ id, name }) => [`custom:${id}`, [foldName(name)]])), 0);
  return names;
}

const namesOfField = (field: string) => [...(FIELD_NAMES[field] ?? []), foldName(field)];
