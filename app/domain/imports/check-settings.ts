import { AppError } from "~/lib/app-error";
import type { ImportSettings } from "./import.schema";
import { IMPORT_FIELDS, IMPORT_KEYS, type ImportNoun, keyColumns } from "./import-fields";

/** What a record that is made from nothing else must have. */
const NEEDED: Record<ImportNoun, readonly string[]> = {
  customers: [],
  orders: ["placedAt"],
  products: ["name"],
};

/** What may say what an order costs: itself, or its items together. */
const TOTALS = ["total", "itemTotal", "itemPrice"];

/** Throws `invalid`, with words, for settings that can't be applied to the file. */
export function checkSettings(
  { noun, columns }: { noun: ImportNoun; columns: readonly string[] },
  settings: ImportSettings,
): void {
  const known: readonly string[] = IMPORT_FIELDS[noun];
  const keys: readonly string[] = IMPORT_KEYS[noun];
  const targets = settings.columns.filter((target) => target !== "");
  const isKnown = (target: string) =>
    known.includes(target) || (noun === "customers" && target.startsWith("custom:"));
  if (settings.columns.length !== columns.length || !targets.every(isKnown) || !keys.includes(settings.key))
    throw new AppError("invalid", "imports:errors.settingsUnknown");
  if (new Set(targets).size !== targets.length) throw new AppError("invalid", "imports:errors.matchedTwice");
  if (!keyColumns(settings.key).every((field) => targets.includes(field)))
    throw new AppError("invalid", "imports:errors.keyMissing");
  const missing = NEEDED[noun].filter((field) => !targets.includes(field));
  const hasTotal = noun !== "orders" || TOTALS.some((field) => targets.includes(field));
  if ((missing.length > 0 || !hasTotal) && settings.mode !== "update")
    throw new AppError("invalid", "imports:errors.fieldsMissing");
  if (targets.some((target) => target.startsWith("consent.")) && settings.consent === null)
    throw new AppError("invalid", "imports:errors.consentSource");
}
