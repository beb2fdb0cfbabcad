import type { Mapping } from "./mapping.schema";
import { openBody } from "./open-body";
import { readStatus } from "./read-status";
import { suggestMapping } from "./suggest-mapping";

const ZONE = "Asia/Kuala_Lumpur";

/**
 * A mapping by the names of the fields alone, for a body that leaves no doubt: it names its
 * order, a status that has a meaning, an amount, and a buyer. Null otherwise.
 */
export function mappingByNames(body: unknown): Mapping | null {
  const opened = openBody(body);
  const mapping = suggestMapping(opened, ZONE);
  const { id, status, total, email, phone } = mapping.fields;
  const isComplete = id && status && (total || mapping.items) && (email || phone);
  return isComplete && readStatus(opened, mapping).status !== null ? mapping : null;
}
