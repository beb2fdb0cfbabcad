import { dateOrdersOf, decimalOf } from "./column-content";
import { type CustomField, guessColumns } from "./guess-columns";
import type { ImportSettings } from "./import.schema";
import { IMPORT_KEYS, type ImportNoun, keyColumns } from "./import-fields";

type File = {
  noun: ImportNoun;
  columns: readonly string[];
  /** Its first rows; none when the page was opened elsewhere. */
  rows: readonly (readonly string[])[];
};
type Organization = { currency: string; country: string; fields: readonly CustomField[] };

const DATES = ["placedAt"];
const NUMBERS = ["total", "tax", "shipping", "discount", "paid", "itemTotal", "itemPrice", "price"];

/**
 * How a file is proposed to be read: as the last one with the same header was, or
 * as its names and cells suggest. `isSure` when every column that holds anything
 * was known by its name, so that nobody need look.
 */
export function proposeSettings(
  file: File,
  organization: Organization,
  remembered: ImportSettings | null,
): { settings: ImportSettings; isSure: boolean } {
  const isUsable = remembered?.columns.length === file.columns.length;
  if (remembered && isUsable) return { settings: remembered, isSure: true };
  const guesses = guessColumns({ ...file, fields: organization.fields }, file.rows);
  const columns = guesses.map(({ target }) => target);
  const cells = cellsOf({ ...file, targets: columns });
  const hasConsent = columns.some((target) => target.startsWith("consent."));
  const isSure = !hasConsent && guesses.every(({ isSure, kind }) => isSure || kind === "empty");
  return {
    isSure: isSure && file.rows.length > 0,
    settings: {
      columns,
      key: keyOf(file.noun, columns),
      mode: "both",
      shopId: null,
      country: organization.country,
      dateOrder: dateOrdersOf(cells(DATES)).possible[0] ?? "dmy",
      decimal: decimalOf(cells(NUMBERS)).sign ?? ".",
      currency: organization.currency,
      consent: null,
    },
  };
}

/** The first of the noun's identifiers that a column is matched with. */
export function keyOf(noun: ImportNoun, targets: readonly string[]): ImportSettings["key"] {
  const keys: readonly ImportSettings["key"][] = IMPORT_KEYS[noun];
  const isMatched = (key: string) => keyColumns(key).every((field) => targets.includes(field));
  return keys.find(isMatched) ?? keys.at(-1) ?? "email";
}

type Targets = Pick<File, "rows"> & { targets: readonly string[] };

/** What a person must decide about how dates and numbers are read, with examples out of the file; else null. */
export function openQuestions(file: Targets) {
  const cells = cellsOf(file);
  const { possible, examples: dates } = dateOrdersOf(cells(DATES));
  const { sign, examples: numbers } = decimalOf(cells(NUMBERS));
  return {
    dates: dates.length > 0 && possible.length > 1 ? dates : null,
    numbers: sign === null && numbers.length > 0 ? numbers : null,
  };
}

function cellsOf({ rows, targets }: Targets) {
  return (wanted: readonly string[]) =>
    targets.flatMap((target, at) =>
      wanted.includes(target) || (wanted === DATES && target.startsWith("custom:"))
        ? rows.map((row) => row[at] ?? "").filter((cell) => cell !== "")
        : [],
    );
}
