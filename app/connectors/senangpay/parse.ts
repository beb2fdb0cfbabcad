import { readAmount } from "../amount-text";
import type { OrderStatus } from "../canonical";
import type { DatedTelling, ParseResult } from "../connector";
import { orderOf } from "../order-of";
import { asEvents, asNeedsAttention, asUnmappable } from "../parse-result";
import { paymentEvent } from "../payment-event";
import { personOrNull } from "../person";
import { isRecord, readFirst, readId, readText } from "../read";

const CURRENCY = "MYR";
const STATUSES: ReadonlyMap<string, OrderStatus> = new Map([
  ["payment.success", "paid"],
  ["payment.pending", "pending"],
  ["payment.failed", "failed"],
]);

/** senangPay tells neither amount nor buyer unless the seller adds them: without an amount it counts as nothing. */
export function parse({ topic, body, receivedAt }: DatedTelling): ParseResult {
  const status = STATUSES.get(topic);
  if (!status) return asNeedsAttention("unknown_topic", "status_id: expected 0, 1 or 2");
  const payment = isRecord(body) ? body : {};
  const id = readId(payment.order_id);
  if (id === null) return asUnmappable("order_id: expected an id");
  const person = {
    platformId: null,
    email: readFirst(payment, ["email", "buyer_email"]),
    phone: readFirst(payment, ["phone", "buyer_phone"]),
    name: readFirst(payment, ["name", "buyer_name"]),
    company: null,
    address: null,
  };
  const order = orderOf({
    externalId: id,
    number: id,
    status,
    sourceStatus: readText(payment.msg)?.replaceAll("_", " ").trim() || topic,
    currency: CURRENCY,
    totalMinor: readAmount(payment.amount, CURRENCY) ?? 0,
    placedAt: receivedAt,
    person: personOrNull(person),
  });
  return asEvents(paymentEvent(order));
}
