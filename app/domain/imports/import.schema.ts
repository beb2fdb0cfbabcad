import * as z from "zod";
import {
  DATE_ORDERS,
  DECIMAL_SIGNS,
  IMPORT_LIMITS,
  IMPORT_MODES,
  IMPORT_NOUNS,
  type ImportNoun,
} from "./import-fields";

const FIELD = /^(?:|custom:[0-9a-f-]{36}|[A-Za-z0-9]+(?:\.[a-z]+)?)$/;

/** How a file's rows are read. */
export const importSettingsSchema = z.object({
  /** One per column of the file: a field of the noun, `custom:<id>`, or empty. */
  columns: z.array(z.string().regex(FIELD)).max(IMPORT_LIMITS.columns),
  key: z.enum(["emailOrPhone", "email", "phone", "number", "order", "product", "sku"]),
  mode: z.enum(IMPORT_MODES),
  /** Whose numbers, orders and products these are; null for the shop that is made for files. */
  shopId: z.uuid().nullable(),
  /** ISO 3166-1 alpha-2: of phones without a calling code. */
  country: z.string().regex(/^[A-Z]{2}$/),
  dateOrder: z.enum(DATE_ORDERS),
  decimal: z.enum(DECIMAL_SIGNS),
  /** ISO 4217: of money without a currency of its own. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Where and by which words people agreed; asked for when a column says so. */
  consent: z
    .object({ source: z.string().trim().min(3).max(200), wording: z.string().trim().min(3).max(2000) })
    .nullable(),
});
export type ImportSettings = z.output<typeof importSettingsSchema>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const shortText = z.string().max(200).nullable();

/** Begins an import: which file, and its header. */
export const createImportSchema = z.object({
  noun: z.enum(IMPORT_NOUNS),
  fileName: z.string().trim().min(1).max(255),
  fileSize: z.number().int().nonnegative().max(IMPORT_LIMITS.fileBytes),
  contentHash: sha256,
  encoding: shortText,
  delimiter: shortText,
  sheet: shortText,
  columns: z.array(z.string().max(500)).min(1).max(IMPORT_LIMITS.columns),
});
export type NewImport = z.output<typeof createImportSchema>;

/** Rows as they stand in the file; `from` is the first one's number, counted from 1 without the header. */
export const importPartSchema = z.object({
  from: z.number().int().positive().max(IMPORT_LIMITS.rows),
  rows: z
    .array(z.array(z.string().max(IMPORT_LIMITS.cell)).max(IMPORT_LIMITS.columns))
    .min(1)
    .max(IMPORT_LIMITS.partRows),
});
export type ImportPart = z.output<typeof importPartSchema>;

/** What the page of an import may ask for. JSON, or form fields of the same names (`settings` as JSON then). */
export const importActionSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("complete"),
    rowCount: z.coerce.number().int().positive().max(IMPORT_LIMITS.rows),
    partCount: z.coerce.number().int().positive().max(IMPORT_LIMITS.rows),
  }),
  z.object({ intent: z.literal("match"), settings: importSettingsSchema }),
  z.object({ intent: z.literal("rehearse") }),
  z.object({ intent: z.literal("run") }),
  z.object({ intent: z.literal("cancel") }),
  z.object({ intent: z.literal("undo") }),
]);
export type ImportAction = z.output<typeof importActionSchema>;

/** What a new import is about, as the page's address says; customers when it does not. */
export function readImportNoun(params: URLSearchParams): ImportNoun {
  const { data } = z.enum(IMPORT_NOUNS).safeParse(params.get("noun"));
  return data ?? "customers";
}
