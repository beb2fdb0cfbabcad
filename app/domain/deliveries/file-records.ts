import type { Version } from "~/domain/orders/order-version";

/** Begins the version's hash of what a file said; no body's hash begins so. */
const IMPORTED = "import ";

/** Names an import as the teller of a row: of two rows the later one stands. */
export function importHash(importId: string, row: number): string {
  return `${IMPORTED}${importId} ${String(row).padStart(7, "0")}`;
}

/** Whether the version is what the import said, or any import when none is given. */
export function isFromFile({ hash }: Pick<Version, "hash">, importId?: string): boolean {
  return hash.startsWith(importId === undefined ? IMPORTED : `${IMPORTED}${importId} `);
}

/**
 * The external id of an order or product that only a file has told of, by its number
 * or SKU. A shop that tells of one with this number or SKU takes it over under its own id.
 */
export function fileRecordId(name: string): string {
  return `file:${name.trim().replace(/^#/, "").toLowerCase()}`;
}

/** Under which external ids files may have told of a record that its shop calls by these names. */
export function fileIdsOf(...names: (string | null)[]): string[] {
  return [...new Set(names.flatMap((name) => (name ? fileRecordId(name) : [])))];
}
