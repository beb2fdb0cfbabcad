import { readSen } from "../amount-text";
import type { OrderStatus } from "../canonical";
import type { DatedTelling, ParseResult } from "../connector";
import { MALAYSIA_OFFSET } from "../malaysia-time";
import { orderOf } from "../order-of";
import { asEvents, asNeedsAttention, asUnmappable } from "../parse-result";
import { paymentEvent } from "../payment-event";
import { personOrNull } from "../person";
import { isRecord, readId, readText, readTime } from "../read";

const TOPICS = /^bill\.(?:due|paid|deleted)$/;
const CURRENCY = "MYR";

/** A bill is an order whose amounts are sen. */
export function parse({ topic, body, receivedAt }: DatedTelling): ParseResult {
  if (!TOPICS.test(topic)) return asNeedsAttention("unknown_topic", "state: expected due, paid or deleted");
  const bill = isRecord(body) ? body : {};
  const id = readId(bill.id);
  const totalMinor = readSen(bill.amount);
  if (id === null) return asUnmappable("id: expected an id");
  if (totalMinor === null) return asUnmappable("amount: expected whole sen");
  const status = statusOf(bill);
  const paidAt = readTime(bill.paid_at, MALAYSIA_OFFSET);
  const person = {
    platformId: null,
    email: readText(bill.email),
    phone: readText(bill.mobile),
    name: readText(bill.name),
    company: null,
    address: null,
  };
  const order = orderOf({
    externalId: id,
    number: id,
    status,
    sourceStatus: readText(bill.state) ?? "due",
    currency: CURRENCY,
    totalMinor,
    placedAt: paidAt ?? receivedAt,
    paidAt: status === "paid" ? paidAt : null,
    person: personOrNull(person),
    ...(status === "paid" && { paidMinor: readSen(bill.paid_amount) || totalMinor }),
  });
  return asEvents(paymentEvent(order));
}

/** `paid` is what Billplz tells to go by; a due bill may have an attempt that failed. */
function statusOf(bill: Record<string, unknown>): OrderStatus {
  if (readText(bill.paid) === "true" || bill.paid === true) return "paid";
  if (bill.state === "deleted") return "cancelled";
  return bill.transaction_status === "failed" ? "failed" : "pending";
}
