import type { Connector, DeliveryHeaders, DeliveryIdentity } from "../connector";
import { joinDedupeKey, shortHash } from "../dedupe-key";
import { isRecord, readId, readText } from "../read";
import { deliveryHeader } from "./delivery-header";
import { readRecordId, unwrap } from "./record-id";

type Subject = "order" | "customer" | "product" | "checkout";

const SUBJECTS: ReadonlyMap<string, Subject> = new Map([
  ["orders", "order"],
  ["refunds", "order"],
  ["customers", "customer"],
  ["customers_marketing_consent", "customer"],
  ["customers_email_marketing_consent", "customer"],
  ["products", "product"],
  ["checkouts", "checkout"],
]);

/** Shopify's webhook id is the same on each retry; without one the delivery is known by what it says. */
export const identify: Connector["identify"] = ({ headers, body, bodyHash }): DeliveryIdentity => {
  const topic = deliveryHeader(headers, "topic")?.toLowerCase() ?? "unknown";
  const webhookId = deliveryHeader(headers, "webhook-id");
  const kind = SUBJECTS.get(topic.split("/", 1)[0] ?? "") ?? null;
  const id = kind === null ? null : subjectId(kind, topic, body);
  const updatedAt = isRecord(body) ? readText(body.updated_at) : null;
  return {
    topic,
    dedupeKey: joinDedupeKey(
      webhookId === null ? [topic, id ?? "", updatedAt ?? "", shortHash(bodyHash)] : [topic, webhookId],
    ),
    sourceShop: readSourceShop(headers, body),
    subject: kind === null || id === null ? null : `${kind}:${id}`,
  };
};

/** A refund, an edit, a consent or a compliance request is about another record than itself. */
function subjectId(kind: Subject, topic: string, body: unknown): string | null {
  if (topic === "orders/edited" && isRecord(body) && isRecord(body.order_edit)) {
    return readId(body.order_edit.order_id);
  }
  if (topic.startsWith("refunds/")) {
    const refund = unwrap(body, "refund");
    return isRecord(refund) ? readId(refund.order_id) : null;
  }
  if (topic.startsWith("customers_") && isRecord(body)) {
    return readId(body.customer_id) ?? readRecordId(body);
  }
  return readRecordId(unwrap(body, kind));
}

/** A domain in the body is covered by the signature and so outranks the header, which is not. */
function readSourceShop(headers: DeliveryHeaders, body: unknown): string | null {
  const signed = isRecord(body) ? (readText(body.shop_domain) ?? readText(body.myshopify_domain)) : null;
  return (signed ?? deliveryHeader(headers, "shop-domain"))?.toLowerCase().slice(0, 253) ?? null;
}
