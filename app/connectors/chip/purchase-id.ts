import { isRecord, readId } from "../read";

/** The purchase that an object is, or that a refund belongs to. */
export function purchaseId(told: Record<string, unknown>): string | null {
  const related = isRecord(told.related_to) ? readId(told.related_to.id) : null;
  return related ?? readId(told.id);
}
