import { keyText } from "~/domain/customers/identity-key";

/** Key text of the tombstone of one order: what it told of its buyer is erased, whoever that was. */
export function orderTombstone(shopId: string, externalId: string): string {
  return `order|${shopId}|${externalId}`;
}

/** The order that a key text is the tombstone of, if it is one. */
export function readOrderTombstone(text: string): { shopId: string; externalId: string } | null {
  const [kind, shopId, ...externalId] = text.split("|");
  return kind === "order" && shopId ? { shopId, externalId: externalId.join("|") } : null;
}

/** Key text of the tombstone of everyone a shop told of. */
export function shopTombstone(shopId: string): string {
  return `shop||${shopId}`;
}

/** Key text of the tombstone that covers a delivery by its subject, if the subject can have one. */
export function subjectTombstone(shopId: string, subject: string | null): string | null {
  const [kind, ...id] = (subject ?? "").split(":");
  const value = id.join(":");
  if (kind === "order") return orderTombstone(shopId, value);
  return kind === "customer" ? keyText({ kind: "platform", namespace: shopId, value }) : null;
}
