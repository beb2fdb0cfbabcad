import { isRecord, readId } from "../read";

const GLOBAL_ID = /^gid:\/\/shopify\/\w+\/([1-9]\d{0,19})$/;

/**
 * The id of a record as text. The global id is preferred, because numeric ids
 * may pass what JavaScript's numbers hold (Shopify's own test deliveries do).
 */
export function readRecordId(record: unknown): string | null {
  if (!isRecord(record)) return null;
  const globalId = record.admin_graphql_api_id;
  const digits = typeof globalId === "string" ? GLOBAL_ID.exec(globalId)?.[1] : undefined;
  return digits ?? readId(record.id);
}

/** For schemas: the value with the id that `readRecordId` reads. */
export function preferGlobalId(value: unknown): unknown {
  return isRecord(value) ? { ...value, id: readRecordId(value) } : value;
}

/** The record itself: webhooks send it bare, the REST API wraps it (`{"order": {…}}`). */
export function unwrap(body: unknown, name: string): unknown {
  const wrapped = isRecord(body) && !("id" in body) ? body[name] : undefined;
  return isRecord(wrapped) ? wrapped : body;
}
