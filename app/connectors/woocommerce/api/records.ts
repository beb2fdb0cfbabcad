import type { ReadRecord, RecordKind } from "../../api/shop-reader";
import type { WooRecord } from "./client";

/** The list of each kind. Staff are no customers, and webhooks leave them out as well. */
export const LISTS: Record<RecordKind, string> = {
  customer: "customers",
  product: "products",
  subscription: "subscriptions",
  order: "orders",
};

/** What money, status and times of an order are read from. */
export const BRIEF_FIELDS = [
  ...["id", "number", "status", "currency", "total", "refunds", "payment_method", "payment_method_title"],
  ...["date_created", "date_created_gmt", "date_modified", "date_modified_gmt", "date_paid_gmt"],
].join(",");

/** A record of the interface is what its webhook would bring. */
export function toRead(kind: RecordKind, record: WooRecord): ReadRecord {
  return { kind, externalId: String(record.id), topic: `${kind}.updated`, headers: {}, body: record };
}
